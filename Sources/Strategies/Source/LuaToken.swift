/// A word of Lua's grammar, and where it stands.
struct LuaToken: Equatable {
    enum Kind: Equatable {
        case name(String)
        /// A reserved word or a sign: `and`, `==`, `...`.
        case sign(String)
        case number
        /// Its content where that is plain; escapes are left as they are written.
        case text(String)
        case end
    }

    let kind: Kind
    /// From 1.
    let line: Int
    /// Bytes of the text that it takes.
    let range: Range<Int>

    static let reserved: Set<String> = [
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
        "not", "or", "repeat", "return", "then", "true", "until", "while",
    ]
}

/// What a text that is no Lua, or more deeply nested than Lua allows, gives.
struct LuaSyntaxFault: Error {
    let line: Int
}
