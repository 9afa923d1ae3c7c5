import Lua

extension ColumnCheck {
    func follow(_ statements: [LuaStatement], in scope: Scope) {
        for statement in statements where step() { follow(statement, in: scope) }
    }

    private func follow(_ statement: LuaStatement, in scope: Scope) {
        switch statement {
        case .local(let names, let values):
            let kinds = kinds(of: values, in: scope, count: names.count)
            for (name, kind) in zip(names, kinds) { scope.declare(name, Variable(kind, depth: depth)) }
        case .localFunction(let name, let body):
            let variable = Variable(.unknown, depth: depth)
            scope.declare(name, variable)
            variable.kind = function(body, in: scope)
        case .assign(let targets, let values):
            let kinds = kinds(of: values, in: scope, count: targets.count)
            for (target, kind) in zip(targets, kinds) { assign(kind, to: target, in: scope) }
        case .call(let call): _ = kinds(of: call, in: scope)
        case .block(let statements): follow(statements, in: Scope(in: scope))
        case .choice(let branches, let otherwise):
            for (condition, statements) in branches {
                decide(condition, in: scope)
                branch(statements, in: Scope(in: scope))
            }
            branch(otherwise, in: Scope(in: scope))
        case .loop(let condition, let statements, let isRepeat):
            loop {
                let inner = Scope(in: scope)
                if !isRepeat { decide(condition, in: scope) }
                branch(statements, in: inner)
                if isRepeat { decide(condition, in: inner) }
            }
        case .each(let names, let values, let statements, let isNumeric):
            let elements = isNumeric ? values.map { _ in .unknown } : elements(values, in: scope)
            if isNumeric { for value in values { _ = kind(of: value, in: scope) } }
            loop {
                let inner = Scope(in: scope)
                for (index, name) in names.enumerated() {
                    let kind = isNumeric ? .plain : index < elements.count ? elements[index] : .unknown
                    inner.declare(name, Variable(kind, depth: depth + 1))
                }
                branch(statements, in: inner)
            }
        case .return(let values):
            returned.append(kinds(of: values, in: scope, count: nil))
        }
    }

    private func branch(_ statements: [LuaStatement], in scope: Scope) {
        depth += 1
        follow(statements, in: scope)
        depth -= 1
    }

    /// Once to learn what the variables become, once to tell what is found.
    private func loop(_ body: () -> Void) {
        muted += 1
        body()
        muted -= 1
        body()
    }

    private func assign(_ kind: ValueKind, to target: LuaExpression, in scope: Scope) {
        switch target {
        case .name(let name, _):
            guard let variable = scope.variable(name) else { return }
            variable.kind = depth == variable.depth ? kind : variable.kind.joined(with: kind)
        case .index(let holder, let key, _):
            let place = self.kind(of: key, in: scope)
            guard case .table(let table) = self.kind(of: holder, in: scope).present else { return }
            if case .text(let name, _) = key {
                table.fields[name] = table.fields[name].map { $0.joined(with: kind) } ?? kind
            } else if case .plain = place.present {
                table.elements = table.elements.map { $0.joined(with: kind) } ?? kind
            } else {
                table.elements = .unknown
            }
        default: return
        }
    }

    /// What the variables of `for … in` are: known for `ipairs` and `pairs`.
    private func elements(_ values: [LuaExpression], in scope: Scope) -> [ValueKind] {
        guard case .call(.name(let name, _), method: nil, let arguments, _)? = values.first,
            name == "ipairs" || name == "pairs", let argument = arguments.first
        else {
            _ = kinds(of: values, in: scope, count: nil)
            return []
        }
        guard case .table(let table) = kind(of: argument, in: scope).present else { return [.plain] }
        let fields = name == "pairs" ? Array(table.fields.values) : []
        let all = fields + (table.elements.map { [$0] } ?? [])
        return [.plain, all.dropFirst().reduce(all.first ?? .unknown) { $0.joined(with: $1) }]
    }
}
