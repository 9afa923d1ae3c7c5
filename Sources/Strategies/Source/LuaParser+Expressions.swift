extension LuaParser {
    mutating func expressions() throws(LuaSyntaxFault) -> [LuaExpression] {
        var values = [try expression()]
        while takes(",") { values.append(try expression()) }
        return values
    }

    mutating func expression() throws(LuaSyntaxFault) -> LuaExpression { try expression(above: 0) }

    /// How strongly operators hold what is on their left and right, as in Lua's own parser.
    private static let priorities: [String: (left: Int, right: Int)] = [
        "or": (1, 1), "and": (2, 2), "<": (3, 3), ">": (3, 3), "<=": (3, 3), ">=": (3, 3), "~=": (3, 3), "==": (3, 3),
        "|": (4, 4), "~": (5, 5), "&": (6, 6), "<<": (7, 7), ">>": (7, 7), "..": (9, 8), "+": (10, 10), "-": (10, 10),
        "*": (11, 11), "/": (11, 11), "//": (11, 11), "%": (11, 11), "^": (14, 13),
    ]
    private static let unaryPriority = 12

    /// An expression whose operators hold more strongly than `limit`.
    private mutating func expression(above limit: Int) throws(LuaSyntaxFault) -> LuaExpression {
        try nested { parser throws(LuaSyntaxFault) in
            var left = try parser.operand()
            var row = 0
            while case .sign(let sign) = parser.token.kind, let priority = Self.priorities[sign], priority.left > limit
            {
                row += 1
                guard row < Self.rowLimit else { throw parser.fault }
                let line = parser.token.line
                parser.advance()
                let right = try parser.expression(above: priority.right)
                let range = left.span.range.lowerBound..<right.span.range.upperBound
                left = .binary(sign, left, right, LuaExpression.Span(line: line, range: range))
            }
            return left
        }
    }

    private mutating func operand() throws(LuaSyntaxFault) -> LuaExpression {
        let (line, range) = (token.line, token.range)
        guard case .sign(let sign) = token.kind, ["not", "-", "#", "~"].contains(sign) else { return try simple() }
        advance()
        let right = try expression(above: Self.unaryPriority)
        let span = LuaExpression.Span(line: line, range: range.lowerBound..<right.span.range.upperBound)
        return .unary(sign, right, span)
    }

    private mutating func simple() throws(LuaSyntaxFault) -> LuaExpression {
        let span = LuaExpression.Span(line: token.line, range: token.range)
        switch token.kind {
        case .number:
            advance()
            return .plain(span)
        case .text(let text):
            advance()
            return .text(text, span)
        case .sign("nil"):
            advance()
            return .nil(span)
        case .sign("true"), .sign("false"):
            advance()
            return .plain(span)
        case .sign("..."):
            advance()
            return .rest(span)
        case .sign("{"): return try table()
        case .sign("function"):
            advance()
            let body = try functionBody(isMethod: false)
            return .function(body, LuaExpression.Span(line: span.line, range: span.range.lowerBound..<end))
        default: return try suffixed()
        }
    }

    /// A name or parentheses, with all that is indexed and called behind it.
    mutating func suffixed() throws(LuaSyntaxFault) -> LuaExpression {
        let (line, start) = (token.line, token.range.lowerBound)
        var value: LuaExpression
        if takes("(") {
            let inner = try expression()
            try expect(")")
            value = .single(inner, LuaExpression.Span(line: line, range: start..<end))
        } else {
            value = .name(try name(), LuaExpression.Span(line: line, range: start..<end))
        }
        for _ in 0..<Self.rowLimit {
            let line = token.line
            if takes(".") {
                let key = LuaExpression.text(try name(), LuaExpression.Span(line: line, range: start..<end))
                value = .index(value, key, LuaExpression.Span(line: line, range: start..<end))
            } else if takes("[") {
                let key = try expression()
                try expect("]")
                value = .index(value, key, LuaExpression.Span(line: line, range: start..<end))
            } else if takes(":") {
                let method = try name()
                let arguments = try arguments()
                value = .call(value, method: method, arguments, LuaExpression.Span(line: line, range: start..<end))
            } else if isAtArguments {
                let arguments = try arguments()
                value = .call(value, method: nil, arguments, LuaExpression.Span(line: line, range: start..<end))
            } else {
                return value
            }
        }
        throw fault
    }

    private var isAtArguments: Bool {
        if case .text = token.kind { return true }
        return isAt("(") || isAt("{")
    }

    private mutating func arguments() throws(LuaSyntaxFault) -> [LuaExpression] {
        if case .text(let text) = token.kind {
            defer { advance() }
            return [.text(text, LuaExpression.Span(line: token.line, range: token.range))]
        }
        if isAt("{") { return [try table()] }
        try expect("(")
        if takes(")") { return [] }
        let arguments = try expressions()
        try expect(")")
        return arguments
    }

    private mutating func table() throws(LuaSyntaxFault) -> LuaExpression {
        let (line, start) = (token.line, token.range.lowerBound)
        try expect("{")
        var entries: [LuaEntry] = []
        while !isAt("}") {
            entries.append(try entry())
            guard takes(",") || takes(";") else { break }
        }
        try expect("}")
        return .table(entries, LuaExpression.Span(line: line, range: start..<end))
    }

    private mutating func entry() throws(LuaSyntaxFault) -> LuaEntry {
        if takes("[") {
            let key = try expression()
            try expect("]")
            try expect("=")
            return .keyed(key, try expression())
        }
        if case .name(let name) = token.kind, isNext("=") {
            advance()
            advance()
            return .named(name, try expression())
        }
        return .position(try expression())
    }
}
