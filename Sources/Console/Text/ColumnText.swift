import Candles

/// The cells of one column as people read them, rounded alike so that they can be compared by eye.
struct ColumnText {
    let name: String
    /// One line each, a control character made visible. Where `isRight`, their decimal points stand below one another.
    let cells: [String]
    let isRight: Bool

    /// What stands for no value.
    static let none = "–"

    init(_ column: TextColumn, cells: [TextCell]) {
        name = InertText.text(column.name)
        isRight = Self.isRight(column.kind, cells: cells)
        let form = Self.form(column.kind, cells: cells)
        let texts = cells.map(form)
        self.cells = isRight ? Self.aligned(texts) : texts
    }

    private static func isRight(_ kind: TextColumn.Kind, cells: [TextCell]) -> Bool {
        switch kind {
        case .text, .time: false
        case .count, .ratio, .fraction, .money, .duration: true
        case .plain:
            cells.contains { $0.number != nil } && cells.allSatisfy { $0.number != nil || isNothing($0) }
        }
    }

    private static func isNothing(_ cell: TextCell) -> Bool {
        if case .real(let value) = cell { return value.isNaN }
        return cell == .none
    }

    private static func form(_ kind: TextColumn.Kind, cells: [TextCell]) -> (TextCell) -> String {
        let decimals = NumberText.ratioDecimals(cells.compactMap(\.number?.magnitude).filter(\.isFinite).max() ?? 0)
        let precision = cells.map(precision).max() ?? .day
        return { cell in
            switch cell {
            case .none: return none
            case .text(let text): return InertText.text(text)
            case .boolean(let value): return value ? "yes" : "no"
            case .time(let time): return TimeText.text(time, precision: precision)
            case .integer(let value) where kind == .count: return CountText.text(value)
            case .integer(let value) where kind == .plain || kind == .text: return String(value)
            case .integer, .real:
                guard let number = cell.number else { return none }
                switch kind {
                case .text, .plain, .time: return NumberText.plain(number)
                case .count: return NumberText.fixed(number, decimals: number == number.rounded() ? 0 : 1, groups: true)
                case .ratio: return NumberText.fixed(number, decimals: decimals, groups: true)
                case .fraction: return NumberText.fraction(number)
                case .money: return NumberText.money(number)
                case .duration: return DurationText.text(seconds: number)
                }
            }
        }
    }

    private static func precision(_ cell: TextCell) -> TimeText.Precision {
        if case .time(let time) = cell { return TimeText.precision(time) }
        return .day
    }

    /// Blanks behind numbers with fewer decimals than others.
    private static func aligned(_ texts: [String]) -> [String] {
        let tails = texts.map { text in text.lastIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) } ?? 0
        }
        let longest = tails.max() ?? 0
        // A tail without digits, as in `12 ms`, is no decimals; such columns are not aligned by their points.
        guard longest > 0, texts.allSatisfy({ $0 == none || $0.last?.isWholeNumber == true }) else { return texts }
        return zip(texts, tails).map { text, tail in
            text == none ? text : text + String(repeating: " ", count: longest - tail)
        }
    }
}
