/// What the place a text goes to can show.
package struct TextStyle: Sendable, Equatable {
    /// Columns of the terminal; nil where nothing is to be cut.
    package var width: Int?
    package var hasColors: Bool

    package init(width: Int? = nil, hasColors: Bool = false) {
        self.width = width
        self.hasColors = hasColors
    }

    /// A file or a pipe: nothing cut, no colors.
    package static let plain = TextStyle()

    func bold(_ text: String) -> String { hasColors ? "\u{1b}[1m\(text)\u{1b}[0m" : text }
    func dim(_ text: String) -> String { hasColors ? "\u{1b}[2m\(text)\u{1b}[0m" : text }
    func green(_ text: String) -> String { hasColors ? "\u{1b}[32m\(text)\u{1b}[0m" : text }
    func red(_ text: String) -> String { hasColors ? "\u{1b}[31m\(text)\u{1b}[0m" : text }
}
