/// A script as its grammar sees it (reference manual, 9), as much of it as telling what kind of value stands where takes.
indirect enum LuaExpression {
    case `nil`(Span)
    /// A number, true or false.
    case plain(Span)
    case text(String, Span)
    case rest(Span)
    case function(LuaFunctionBody, Span)
    case name(String, Span)
    case index(LuaExpression, LuaExpression, Span)
    /// `f(a, b)`, or with a method `o:f(a, b)`.
    case call(LuaExpression, method: String?, [LuaExpression], Span)
    case table([LuaEntry], Span)
    case unary(String, LuaExpression, Span)
    case binary(String, LuaExpression, LuaExpression, Span)
    /// In parentheses: one value.
    case single(LuaExpression, Span)

    /// Where something is written.
    struct Span {
        /// Of its operator or first word.
        var line: Int
        /// Bytes of the text.
        var range: Range<Int>
    }

    var span: Span {
        switch self {
        case .nil(let span), .plain(let span), .text(_, let span), .rest(let span), .function(_, let span),
            .name(_, let span), .index(_, _, let span), .call(_, _, _, let span), .table(_, let span),
            .unary(_, _, let span), .binary(_, _, _, let span), .single(_, let span):
            span
        }
    }

    /// Whether it may give more or fewer values than one.
    var isOpen: Bool {
        switch self {
        case .call, .rest: true
        default: false
        }
    }
}

/// One entry of a table that is written out.
enum LuaEntry {
    case position(LuaExpression)
    case named(String, LuaExpression)
    case keyed(LuaExpression, LuaExpression)
}

/// A function's parameters and statements.
final class LuaFunctionBody {
    let parameters: [String]
    let statements: [LuaStatement]

    init(parameters: [String], statements: [LuaStatement]) {
        self.parameters = parameters
        self.statements = statements
    }
}

indirect enum LuaStatement {
    case local([String], [LuaExpression])
    case assign([LuaExpression], [LuaExpression])
    case call(LuaExpression)
    /// `local function f`, which sees itself.
    case localFunction(String, LuaFunctionBody)
    case block([LuaStatement])
    /// Conditions with their blocks, and what stands behind `else`.
    case choice([(LuaExpression, [LuaStatement])], otherwise: [LuaStatement])
    /// `while`, or `repeat` with the condition behind the statements, whose locals it sees.
    case loop(LuaExpression, [LuaStatement], isRepeat: Bool)
    /// `for`: its names, what it runs over, its statements.
    case each([String], [LuaExpression], [LuaStatement], isNumeric: Bool)
    case `return`([LuaExpression])
}
