import Lua

extension ColumnCheck {
    /// Of several expressions, with all values of the last one; filled up with nil to `count`.
    func kinds(of values: [LuaExpression], in scope: Scope, count: Int?) -> [ValueKind] {
        var kinds: [ValueKind] = []
        for (index, value) in values.enumerated() {
            if index == values.count - 1, value.isOpen {
                let all = self.kinds(of: value, in: scope)
                kinds += all ?? [ValueKind](repeating: .unknown, count: max(1, (count ?? 1) - index))
            } else {
                kinds.append(kind(of: value, in: scope))
            }
        }
        guard let count else { return kinds }
        return kinds.prefix(count) + [ValueKind](repeating: .nil, count: max(0, count - kinds.count))
    }

    func kind(of expression: LuaExpression, in scope: Scope) -> ValueKind {
        guard step() else { return .unknown }
        switch expression {
        case .nil: return .nil
        case .plain, .text: return .plain
        case .rest: return .unknown
        case .function(let body, _): return function(body, in: scope)
        case .name(let name, _): return scope.variable(name)?.kind ?? global(name)
        case .single(let inner, _): return kind(of: inner, in: scope)
        case .table(let entries, _): return table(entries, in: scope)
        case .unary(let sign, let operand, let span): return unary(sign, operand, span, in: scope)
        case .binary(let sign, let left, let right, let span): return binary(sign, left, right, span, in: scope)
        case .call: return kinds(of: expression, in: scope).map { $0.first ?? .nil } ?? .unknown
        case .index(let holder, let key, _):
            let holder = kind(of: holder, in: scope).present
            let place = kind(of: key, in: scope)
            return element(key, place, of: holder)
        }
    }

    private func table(_ entries: [LuaEntry], in scope: Scope) -> ValueKind {
        let table = ValueKind.TableKind()
        func add(_ kind: ValueKind) { table.elements = table.elements.map { $0.joined(with: kind) } ?? kind }
        for entry in entries {
            switch entry {
            case .position(let value): add(kind(of: value, in: scope))
            case .named(let name, let value): table.fields[name] = kind(of: value, in: scope)
            case .keyed(let key, let value):
                _ = kind(of: key, in: scope)
                let kind = kind(of: value, in: scope)
                if case .text(let name, _) = key { table.fields[name] = kind } else { add(kind) }
            }
        }
        return .table(table)
    }

    private func element(_ key: LuaExpression, _ place: ValueKind, of holder: ValueKind) -> ValueKind {
        switch holder {
        case .object(let type):
            if case .text(let name, _) = key { return ValueKind(type: type.field(name)?.results.first?.type) }
            return ValueKind(type: type.members.first { $0.kind == .index }?.results.first?.type)
        case .table(let table):
            if case .text(let name, _) = key { return table.fields[name] ?? table.elements ?? .unknown }
            return table.elements ?? .unknown
        case .library(let library):
            guard case .text(let name, _) = key, let function = library.functions.first(where: { $0.name == name })
            else { return .unknown }
            return .libraryFunction(function)
        default: return .unknown
        }
    }

    /// All that a call may give; nil where nothing is known.
    func kinds(of call: LuaExpression, in scope: Scope) -> [ValueKind]? {
        guard case .call(let callee, let method, let values, _) = call else { return nil }
        let target = kind(of: callee, in: scope).present
        let arguments = kinds(of: values, in: scope, count: nil)
        if let method {
            switch target {
            case .object(let type):
                guard let method = type.method(method) else { return nil }
                return method.results.contains(where: \.isGeneric) ? arguments : kinds(of: method.results)
            case .table(let table):
                guard case .function(let function)? = table.fields[method]?.present else { return nil }
                return self.call(function, [target] + arguments, isScripts: true)
            default: return nil
            }
        }
        switch target {
        case .function(let function): return self.call(function, arguments, isScripts: true)
        case .libraryFunction(let function): return kinds(of: function.results)
        default: return base(callee, values, arguments)
        }
    }

    /// nil where nothing is said.
    private func kinds(of results: [LuaParameter]) -> [ValueKind]? {
        results.isEmpty ? nil : results.map { ValueKind(type: $0.type) }
    }

    /// Functions of Lua's own that hand on what they are given.
    private func base(_ callee: LuaExpression, _ values: [LuaExpression], _ arguments: [ValueKind]) -> [ValueKind]? {
        switch callee {
        case .name("require", _):
            if case .text(let name, _)? = values.first { return [module(name)] }
        case .name("setmetatable", _), .name("assert", _): return arguments.first.map { [$0] }
        case .index(.name("table", _), .text("insert", _), _):
            if case .table(let table)? = arguments.first, let added = arguments.last, arguments.count > 1 {
                table.elements = table.elements.map { $0.joined(with: added) } ?? added
            }
            return []
        default: break
        }
        return nil
    }
}

extension LuaType {
    fileprivate func field(_ name: String) -> LuaMember? { members.first { $0.kind == .field && $0.name == name } }
    fileprivate func method(_ name: String) -> LuaMember? { members.first { $0.kind == .method && $0.name == name } }
}
