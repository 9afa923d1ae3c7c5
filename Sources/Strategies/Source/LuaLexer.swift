/// Splits the text of a script into tokens (reference manual, 3.1); comments and white space are left out.
struct LuaLexer {
    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    static func tokens(of text: String) throws(LuaSyntaxFault) -> [LuaToken] {
        var lexer = LuaLexer(bytes: Array(text.utf8))
        var tokens: [LuaToken] = []
        // A first line `#!…` is for the shell.
        if lexer.peek() == UInt8(ascii: "#") { lexer.skipLine() }
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private func peek(_ offset: Int = 0) -> UInt8 { place + offset < bytes.count ? bytes[place + offset] : 0 }

    private func text(from start: Int) -> String { String(decoding: bytes[start..<place], as: UTF8.self) }

    private mutating func next() throws(LuaSyntaxFault) -> LuaToken {
        try skipSpace()
        let (start, first) = (place, line)
        let kind = try kind()
        return LuaToken(kind: kind, line: first, range: start..<place)
    }

    private mutating func kind() throws(LuaSyntaxFault) -> LuaToken.Kind {
        guard place < bytes.count else { return .end }
        let (start, byte) = (place, bytes[place])
        if byte.isWord && !byte.isDigit {
            while peek().isWord { place += 1 }
            let word = text(from: start)
            return LuaToken.reserved.contains(word) ? .sign(word) : .name(word)
        }
        if byte.isDigit || (byte == UInt8(ascii: ".") && peek(1).isDigit) {
            skipNumber()
            return .number
        }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return .text(try quoted(byte)) }
        if byte == UInt8(ascii: "["), let level = longBracketLevel() { return .text(try longText(level)) }
        for sign in Self.signs where bytes[place...].starts(with: sign.utf8) {
            place += sign.utf8.count
            return .sign(sign)
        }
        throw LuaSyntaxFault(line: line)
    }

    /// Longer ones first.
    private static let signs = [
        "...", "<<", ">>", "//", "==", "~=", "<=", ">=", "::", "..", "+", "-", "*", "/", "%", "^", "#", "&", "~", "|",
        "<",
        ">", "=", "(", ")", "{", "}", "[", "]", ";", ":", ",", ".",
    ]

    private mutating func skipSpace() throws(LuaSyntaxFault) {
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "\n"):
                line += 1
                place += 1
            case 9...13, 32: place += 1
            case UInt8(ascii: "-") where peek(1) == UInt8(ascii: "-"):
                place += 2
                if let level = longBracketLevel() { _ = try longText(level) } else { skipLine() }
            default: return
            }
        }
    }

    private mutating func skipLine() {
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
    }

    /// Digits, letters and dots, and a sign behind an exponent.
    private mutating func skipNumber() {
        let isHex = peek() == UInt8(ascii: "0") && peek(1) | 0x20 == UInt8(ascii: "x")
        let exponent = UInt8(ascii: isHex ? "p" : "e")
        while peek().isWord || peek() == UInt8(ascii: ".") {
            let isExponent = peek() | 0x20 == exponent
            place += 1
            if isExponent, peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { place += 1 }
        }
    }

    private mutating func quoted(_ quote: UInt8) throws(LuaSyntaxFault) -> String {
        place += 1
        let start = place
        while peek() != quote {
            guard place < bytes.count, peek() != UInt8(ascii: "\n") else { throw LuaSyntaxFault(line: line) }
            if peek() == UInt8(ascii: "\\") {
                place += 1
                if peek() == UInt8(ascii: "z") {
                    place += 1
                    while peek() == 32 || (9...13).contains(peek()) {
                        if peek() == UInt8(ascii: "\n") { line += 1 }
                        place += 1
                    }
                    continue
                }
                if peek() == UInt8(ascii: "\n") { line += 1 }
            }
            place += 1
        }
        defer { place += 1 }
        return text(from: start)
    }

    /// The number of `=` in the opening bracket here, as in `[==[`; nil where there is none.
    private func longBracketLevel() -> Int? {
        guard peek() == UInt8(ascii: "[") else { return nil }
        var level = 0
        while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
        return peek(1 + level) == UInt8(ascii: "[") ? level : nil
    }

    private mutating func longText(_ level: Int) throws(LuaSyntaxFault) -> String {
        place += level + 2
        let (start, first) = (place, line)
        let close = [UInt8(ascii: "]")] + [UInt8](repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
        while place < bytes.count {
            if bytes[place] == close[0], bytes[place...].starts(with: close) {
                defer { place += close.count }
                return text(from: start)
            }
            if bytes[place] == UInt8(ascii: "\n") { line += 1 }
            place += 1
        }
        throw LuaSyntaxFault(line: first)
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// What a name may hold.
    fileprivate var isWord: Bool {
        isDigit || self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }
}
