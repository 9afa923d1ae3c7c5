import Lua

// Operators and conditions: where a column stands that only a single value can stand for.

extension ColumnCheck {
    func unary(_ sign: String, _ operand: LuaExpression, _ span: LuaExpression.Span, in scope: Scope) -> ValueKind {
        let kind = kind(of: operand, in: scope)
        if sign == "not" {
            if let column = kind.column ?? (kind.isGiven ? kind.present.column : nil) {
                report(
                    span.line,
                    column === LuaMask.luaType
                        ? "'not' of a mask is false whatever it says; write ~\(text(operand))"
                        : "'not' of a series is always false; make a mask and turn it around, as in ~a:above(b)")
            }
            return .plain
        }
        let event = sign == "#" ? "#" : "unary " + sign
        return result(of: event, kind.present) ?? (kind.column == nil ? .unknown : .plain)
    }

    func binary(
        _ sign: String, _ left: LuaExpression, _ right: LuaExpression, _ span: LuaExpression.Span, in scope: Scope
    ) -> ValueKind {
        let leftKind = sign == "and" || sign == "or" ? operand(left, in: scope) : kind(of: left, in: scope)
        let rightKind = kind(of: right, in: scope)
        switch sign {
        case "and": return and(left, leftKind, right, rightKind, span)
        case "or": return or(left, leftKind, right, rightKind, span)
        case "==", "~=", "<", ">", "<=", ">=":
            compare(sign, (left, leftKind.present), (right, rightKind.present), span, in: scope)
            return .plain
        default:
            if let kind = result(of: sign, leftKind.present) ?? result(of: sign, rightKind.present) { return kind }
            if case (.plain, .plain) = (leftKind, rightKind) { return .plain }
            return .unknown
        }
    }

    /// A condition of `if`, `while` or `until`.
    func decide(_ condition: LuaExpression, in scope: Scope) {
        let kind = operand(condition, in: scope)
        guard let column = kind.column else { return }
        let one = "or look at one candle, as in \(text(condition))[i]"
        report(
            condition.span.line,
            column === LuaMask.luaType
                ? "a mask is true as a whole, so this does not look at it; combine masks with & and |, \(one)"
                : "a series is true as a whole, so this does not look at it; compare it, as in \(text(condition)):above(x), \(one)"
        )
    }

    /// Where only true or false counts: `not x` asks there whether x was given at all.
    private func operand(_ expression: LuaExpression, in scope: Scope) -> ValueKind {
        if case .single(let inner, _) = expression { return operand(inner, in: scope) }
        if case .unary("not", let inner, _) = expression, case .name = inner, kind(of: inner, in: scope).isGiven {
            return .plain
        }
        return kind(of: expression, in: scope)
    }

    private func and(
        _ left: LuaExpression, _ leftKind: ValueKind, _ right: LuaExpression, _ rightKind: ValueKind,
        _ span: LuaExpression.Span
    ) -> ValueKind {
        // `filter and (entry & filter) or entry`: whether a filter was given.
        let isAsked = leftKind.isGiven && (rightKind.present.column == nil || right.mentions(left))
        if !isAsked, let column = leftKind.column ?? (leftKind.isGiven ? leftKind.present.column : nil) {
            let masks = column === LuaMask.luaType && rightKind.present.column === LuaMask.luaType
            report(
                span.line,
                masks
                    ? "'and' gives its second mask whatever the first says; write \(text(left)) & \(text(right))"
                    : "'and' gives its second value, as a column is true as a whole; combine masks with &, as in a:above(b) & c:below(d)"
            )
            return column === rightKind.present.column ? rightKind.present : .unknown
        }
        switch leftKind {
        case .nil: return .nil
        case .plain, .optional: return .optional(rightKind.present, isGiven: false)
        default: return .unknown
        }
    }

    private func or(
        _ left: LuaExpression, _ leftKind: ValueKind, _ right: LuaExpression, _ rightKind: ValueKind,
        _ span: LuaExpression.Span
    ) -> ValueKind {
        if let column = leftKind.column {
            let masks = column === LuaMask.luaType && rightKind.present.column === LuaMask.luaType
            report(
                span.line,
                masks
                    ? "'or' gives its first mask whatever the second says; write \(text(left)) | \(text(right))"
                    : "'or' gives its first value, as a column is true as a whole; combine masks with |, as in a:above(b) | c:below(d)"
            )
            return leftKind
        }
        switch leftKind {
        case .nil: return rightKind
        case .optional(let inner, _): return inner.joined(with: rightKind)
        case .plain: return leftKind.joined(with: rightKind)
        default: return .unknown
        }
    }

    private typealias Operand = (expression: LuaExpression, kind: ValueKind)

    private func compare(_ sign: String, _ left: Operand, _ right: Operand, _ span: LuaExpression.Span, in scope: Scope)
    {
        if let mask = countedMask(left, right, in: scope) ?? countedMask(right, left, in: scope) {
            report(
                span.line,
                "#\(mask) is how many candles there are, whatever the mask says; how many say yes is \(mask):count()")
        }
        guard let column = left.kind.column ?? right.kind.column, !left.kind.isNil, !right.kind.isNil else { return }
        // The column is the one that is asked: `5 < a` is `a > 5`.
        let isTurned = left.kind.column == nil
        let (a, b) =
            isTurned
            ? (text(right.expression), text(left.expression, isOperand: false))
            : (text(left.expression), text(right.expression, isOperand: false))
        let form: String
        switch (sign, column === LuaMask.luaType) {
        case ("==", true): form = "(\(a) & \(b)) | (~\(a) & ~\(b))"
        case ("~=", true): form = "(\(a) | \(b)) & ~(\(a) & \(b))"
        case (_, true): form = "masks with &, | and ~"
        case ("==", _): form = "\(a):at_least(\(b)) & \(a):at_most(\(b))"
        case ("~=", _): form = "\(a):above(\(b)) | \(a):below(\(b))"
        default: form = "\(a):\(Self.method(sign, isTurned))(\(b))"
        }
        let isSingle =
            (sign == "==" || sign == "~=") && column === LuaMask.luaType
            && (left.kind.column == nil || right.kind.column == nil)
        report(
            span.line,
            isSingle
                ? "'\(sign)' does not compare a mask candle by candle; write \(a) itself, or ~\(a)"
                : "'\(sign)' does not compare columns candle by candle; write \(form)")
    }

    private static func method(_ sign: String, _ isTurned: Bool) -> String {
        switch sign {
        case "<": isTurned ? "above" : "below"
        case ">": isTurned ? "below" : "above"
        case "<=": isTurned ? "at_least" : "at_most"
        default: isTurned ? "at_most" : "at_least"
        }
    }

    /// The mask of `#mask`, where that is compared with a number.
    private func countedMask(_ side: Operand, _ other: Operand, in scope: Scope) -> String? {
        guard case .unary("#", let inner, _) = side.expression, case .plain = other.expression,
            case .name(let name, _) = inner, kind(of: inner, in: scope).present.column === LuaMask.luaType
        else { return nil }
        return name
    }

    /// What an operator of an object gives; nil where it has none.
    private func result(of event: String, _ kind: ValueKind) -> ValueKind? {
        guard case .object(let type) = kind else { return nil }
        for member in type.members {
            if case .operator = member.kind, member.name == event, let result = member.results.first {
                return ValueKind(type: result.type)
            }
        }
        return nil
    }

    /// As it is written, where that is short.
    private func text(_ expression: LuaExpression, isOperand: Bool = true) -> String {
        let bytes = Array(source.text.utf8)
        let range = expression.span.range
        guard range.count <= 40, range.upperBound <= bytes.count else { return "a" }
        let text = String(decoding: bytes[range], as: UTF8.self)
        guard !text.contains("\n") else { return "a" }
        switch expression {
        case .name, .index, .call, .single: return text
        default: return isOperand ? "(\(text))" : text
        }
    }
}

extension LuaExpression {
    /// Whether the name that `other` is stands somewhere in it.
    fileprivate func mentions(_ other: LuaExpression) -> Bool {
        guard case .name(let name, _) = other else { return false }
        switch self {
        case .name(let mine, _): return mine == name
        case .index(let holder, let key, _): return holder.mentions(other) || key.mentions(other)
        case .call(let callee, _, let arguments, _):
            return callee.mentions(other) || arguments.contains { $0.mentions(other) }
        case .unary(_, let operand, _), .single(let operand, _): return operand.mentions(other)
        case .binary(_, let left, let right, _): return left.mentions(other) || right.mentions(other)
        default: return false
        }
    }
}
