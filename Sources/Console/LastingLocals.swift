/// At a prompt a local would end with its line; so one that stands at the margin is made a global.
enum LastingLocals {
    /// The text with `local x = 1` as `x = 1`, where it still is Lua then; else as it was.
    static func text(_ text: String, compiles: (String) -> Bool) -> String {
        guard text.hasPrefix("local ") || text.contains("\nlocal ") else { return text }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let lasting = lines.map { $0.hasPrefix("local ") ? $0.dropFirst(6) : $0 }.joined(separator: "\n")
        return compiles(lasting) ? lasting : text
    }
}
