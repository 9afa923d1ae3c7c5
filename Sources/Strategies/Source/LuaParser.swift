/// Reads a script into its syntax (reference manual, 9): statements. Lua itself has the word about what is wrong with one;
/// here a fault only means that nothing can be said.
struct LuaParser {
    private let tokens: [LuaToken]
    private var place = 0
    private var depth = 0

    /// As deep as Lua lets statements and expressions nest, and as many operators, calls or indexings in a row as anybody
    /// writes: what is read is walked by recursion.
    private static let depthLimit = 200
    static let rowLimit = 300

    static func statements(of text: String) throws(LuaSyntaxFault) -> [LuaStatement] {
        var parser = LuaParser(tokens: try LuaLexer.tokens(of: text))
        let statements = try parser.block()
        guard parser.token.kind == .end else { throw parser.fault }
        return statements
    }

    private init(tokens: [LuaToken]) {
        self.tokens = tokens
    }

    var token: LuaToken { tokens[place] }
    var fault: LuaSyntaxFault { LuaSyntaxFault(line: token.line) }
    /// Where the last token that was read ends.
    var end: Int { place > 0 ? tokens[place - 1].range.upperBound : 0 }

    func isAt(_ sign: String) -> Bool { token.kind == .sign(sign) }

    func isNext(_ sign: String) -> Bool { place + 1 < tokens.count && tokens[place + 1].kind == .sign(sign) }

    mutating func advance() { if place < tokens.count - 1 { place += 1 } }

    /// Passes the sign if it is here.
    mutating func takes(_ sign: String) -> Bool {
        guard isAt(sign) else { return false }
        advance()
        return true
    }

    mutating func expect(_ sign: String) throws(LuaSyntaxFault) {
        guard takes(sign) else { throw fault }
    }

    mutating func name() throws(LuaSyntaxFault) -> String {
        guard case .name(let name) = token.kind else { throw fault }
        advance()
        return name
    }

    mutating func nested<Value>(
        _ body: (inout LuaParser) throws(LuaSyntaxFault) -> Value
    ) throws(LuaSyntaxFault) -> Value {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else { throw fault }
        return try body(&self)
    }

    // MARK: Statements

    mutating func block() throws(LuaSyntaxFault) -> [LuaStatement] {
        try nested { parser throws(LuaSyntaxFault) in
            var statements: [LuaStatement] = []
            while !parser.isAtBlockEnd {
                if parser.takes("return") {
                    let values = parser.isAtBlockEnd || parser.isAt(";") ? [] : try parser.expressions()
                    _ = parser.takes(";")
                    statements.append(.return(values))
                    guard parser.isAtBlockEnd else { throw parser.fault }
                } else if let statement = try parser.statement() {
                    statements.append(statement)
                }
            }
            return statements
        }
    }

    private var isAtBlockEnd: Bool {
        token.kind == .end || ["end", "else", "elseif", "until"].contains { isAt($0) }
    }

    /// nil for one that does nothing here: `;`, `break`, a label.
    private mutating func statement() throws(LuaSyntaxFault) -> LuaStatement? {
        if takes(";") || takes("break") { return nil }
        if takes("::") {
            _ = try name()
            try expect("::")
            return nil
        }
        if takes("goto") {
            _ = try name()
            return nil
        }
        if takes("do") { return .block(try closedBlock()) }
        if takes("if") { return try choice() }
        if takes("while") {
            let condition = try expression()
            try expect("do")
            return .loop(condition, try closedBlock(), isRepeat: false)
        }
        if takes("repeat") {
            let statements = try block()
            try expect("until")
            return .loop(try expression(), statements, isRepeat: true)
        }
        if takes("for") { return try each() }
        if takes("function") { return try namedFunction() }
        if takes("local") { return try takes("function") ? localFunction() : local() }
        return try assignmentOrCall()
    }

    private mutating func closedBlock() throws(LuaSyntaxFault) -> [LuaStatement] {
        let statements = try block()
        try expect("end")
        return statements
    }

    private mutating func choice() throws(LuaSyntaxFault) -> LuaStatement {
        var branches: [(LuaExpression, [LuaStatement])] = []
        repeat {
            let condition = try expression()
            try expect("then")
            branches.append((condition, try block()))
        } while takes("elseif")
        let otherwise = takes("else") ? try block() : []
        try expect("end")
        return .choice(branches, otherwise: otherwise)
    }

    private mutating func each() throws(LuaSyntaxFault) -> LuaStatement {
        var names = [try name()]
        let isNumeric = takes("=")
        if !isNumeric {
            while takes(",") { names.append(try name()) }
            try expect("in")
        }
        let over = try expressions()
        try expect("do")
        return .each(names, over, try closedBlock(), isNumeric: isNumeric)
    }

    /// `function a.b:c(…) … end`.
    private mutating func namedFunction() throws(LuaSyntaxFault) -> LuaStatement {
        let (line, start) = (token.line, token.range.lowerBound)
        var target = LuaExpression.name(try name(), LuaExpression.Span(line: line, range: start..<end))
        var isMethod = false
        while !isMethod, isAt(".") || isAt(":") {
            isMethod = isAt(":")
            advance()
            let span = LuaExpression.Span(line: line, range: start..<token.range.upperBound)
            target = .index(target, .text(try name(), span), span)
        }
        let body = try functionBody(isMethod: isMethod)
        return .assign([target], [.function(body, LuaExpression.Span(line: line, range: start..<end))])
    }

    private mutating func localFunction() throws(LuaSyntaxFault) -> LuaStatement {
        .localFunction(try name(), try functionBody(isMethod: false))
    }

    private mutating func local() throws(LuaSyntaxFault) -> LuaStatement {
        var names: [String] = []
        repeat {
            names.append(try name())
            if takes("<") {
                _ = try name()
                try expect(">")
            }
        } while takes(",")
        return .local(names, takes("=") ? try expressions() : [])
    }

    private mutating func assignmentOrCall() throws(LuaSyntaxFault) -> LuaStatement {
        var targets = [try suffixed()]
        guard isAt("=") || isAt(",") else {
            guard case .call = targets[0] else { throw fault }
            return .call(targets[0])
        }
        while takes(",") { targets.append(try suffixed()) }
        try expect("=")
        return .assign(targets, try expressions())
    }

    /// Behind the word `function` and its name: parameters, statements, `end`.
    mutating func functionBody(isMethod: Bool) throws(LuaSyntaxFault) -> LuaFunctionBody {
        var parameters = isMethod ? ["self"] : []
        try expect("(")
        if !takes(")") {
            repeat {
                if takes("...") { break }
                parameters.append(try name())
            } while takes(",")
            try expect(")")
        }
        return LuaFunctionBody(parameters: parameters, statements: try closedBlock())
    }
}
