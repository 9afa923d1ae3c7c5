import CLua

/// A Swift object that scripts hold as userdata.
package protocol LuaObject: AnyObject, SendableMetatype {
    /// What scripts can do with it; the same for all objects of the class.
    static var luaType: LuaType { get }

    /// Bytes it takes outside of Lua; they count against the memory limit while a script holds it.
    var memoryCost: Int { get }
}

extension LuaObject {
    package var memoryCost: Int { 0 }
}

/// A type of Swift objects as scripts see it: its name, methods, fields and operators, with their help.
package final class LuaType: Sendable {
    package let name: String
    package let summary: String
    package let members: [LuaMember]

    package init(_ name: String, _ summary: String = "", _ members: [LuaMember]) {
        self.name = name
        self.summary = summary
        self.members = members
    }

    /// How signatures and annotations write it: `candle_series`.
    package var word: String { String(name.map { $0 == " " ? "_" : $0 }) }

    var identity: UnsafeRawPointer { UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque()) }

    func push(_ object: UnsafeMutableRawPointer, cost: Int, _ L: OpaquePointer, _ state: LuaState) {
        let isKnown = clua_push_object(
            L, object, identity, max(0, cost),
            { object in
                guard let object else { return }
                Unmanaged<AnyObject>.fromOpaque(object).release()
            })
        if isKnown { return }
        makeMetatable(L, state)
        clua_set_type(L, identity)
    }

    private func makeMetatable(_ L: OpaquePointer, _ state: LuaState) {
        lua_checkstack(L, 20)
        let base = lua_gettop(L)
        for _ in 0..<3 { lua_createtable(L, 0, 8) }
        var other: LuaMember?
        for member in members {
            switch member.kind {
            case .index: other = member
            case .operator(let event): store(member, event, at: base + 1, separator: " ", L, state)
            case .method: store(member, member.name, at: base + 2, separator: ":", L, state)
            case .field: store(member, member.name, at: base + 3, separator: ".", L, state)
            }
        }
        let names = members.filter { $0.kind == .method || $0.kind == .field }.map(\.name)
        let typeName = name
        LuaStack.push("__index", L)
        LuaCallee(name: name, parameters: [], state: state) { call in
            let name = call[2].string
            if let other, name == nil || other.ownNames != nil, let result = try other.find(call) { return result }
            let all = names + (other?.ownNames?(call) ?? [])
            throw LuaArgumentFault(message: LuaType.unknownMember(call[2].shown, name, of: typeName, all))
        }.push(L)
        lua_rawset(L, base + 1)
        clua_make_type(L, identity, name)
    }

    private func store(
        _ member: LuaMember, _ key: String, at index: Int32, separator: String, _ L: OpaquePointer, _ state: LuaState
    ) {
        LuaStack.push(key, L)
        let parameters = (member.kind == .method ? LuaParameter.list("self") : []) + member.parameters
        LuaCallee(name: name + separator + member.name, parameters: parameters, state: state, body: member.body).push(L)
        lua_rawset(L, index)
    }

    private static func unknownMember(_ shown: String, _ key: String?, of type: String, _ names: [String]) -> String {
        guard let key else { return "\(LuaSlot.withArticle(type)) has no \(shown)" }
        guard let near = Spelling.nearest(to: key, in: names) else {
            return
                "\(LuaSlot.withArticle(type)) has no '\(LuaFault.printable(key))'; it has \(names.joined(separator: ", "))"
        }
        return "\(LuaSlot.withArticle(type)) has no '\(LuaFault.printable(key))'; did you mean '\(near)'?"
    }
}

/// A method, field or operator of a type.
package struct LuaMember: Sendable {
    package typealias Body = @Sendable (borrowing LuaCall) throws -> LuaResult

    package enum Kind: Sendable, Equatable {
        case method, field, index
        case `operator`(String)
    }

    package let kind: Kind
    package let name: String
    package let parameters: [LuaParameter]
    /// What a call of it gives, or the field holds.
    package let results: [LuaParameter]
    /// What the table of its last parameter, `options`, may hold.
    package let options: [LuaParameter]
    package let summary: String
    let body: Body

    /// Of an index: names that an object has of its own, whose values `body` knows, too.
    package var hasOwnNames: Bool { ownNames != nil }
    private(set) var ownNames: (@Sendable (borrowing LuaCall) -> [String])?
    /// Of an index: what `body` gives, nil where there is nothing under the key.
    private(set) var find: @Sendable (borrowing LuaCall) throws -> LuaResult? = { _ in nil }

    private init(
        _ kind: Kind, _ name: String, _ signature: String, options: [LuaParameter] = [], _ summary: String,
        _ body: @escaping Body
    ) {
        let signature = LuaSignature(signature)
        self.kind = kind
        self.name = name
        parameters = signature.parameters
        results = signature.results
        self.options = options
        self.summary = LuaParameter.summary(summary, options: options)
        self.body = body
    }

    /// `object:name(…)`. The script's arguments start at 2 in `call`.
    package static func method<T: LuaObject>(
        _ name: String, _ signature: String = "", options: [LuaParameter] = [], _ summary: String,
        _ body: @escaping @Sendable (T, borrowing LuaCall) throws -> LuaResult
    ) -> LuaMember {
        LuaMember(.method, name, signature, options: options, summary) { call in
            guard let object = call[1].object(as: T.self) else {
                throw LuaArgumentFault(
                    message: "\(T.luaType.name):\(name) is called with ':' on a \(T.luaType.name), got \(call[1].shown)"
                )
            }
            return try body(object, call)
        }
    }

    /// `object.name`, read anew each time; the name may have its type behind a colon, as in `close: series`.
    package static func field<T: LuaObject>(
        _ name: String, _ summary: String, _ body: @escaping @Sendable (T, borrowing LuaCall) throws -> LuaResult
    ) -> LuaMember {
        let field = LuaParameter(reading: name[...])
        return LuaMember(.field, field.name, "-> " + (field.type ?? ""), summary) { call in
            try body(call.object(1), call)
        }
    }

    /// `object[key]` for keys that are no string; the key is argument 2.
    package static func index<T: LuaObject>(
        gives type: String = "", _ summary: String,
        _ body: @escaping @Sendable (T, borrowing LuaCall) throws -> LuaResult
    ) -> LuaMember {
        var member = LuaMember(.index, "[]", "key -> " + type, summary) { call in try body(call.object(1), call) }
        member.find = member.body
        return member
    }

    /// `object[key]` for any key that is no member: names that an object has of its own, which `names` lists, among them.
    /// `body` gives nil where there is nothing under the key.
    package static func index<T: LuaObject>(
        gives type: String = "", _ summary: String, names: @escaping @Sendable (T) -> [String],
        _ body: @escaping @Sendable (T, borrowing LuaCall) throws -> LuaResult?
    ) -> LuaMember {
        var member = LuaMember(.index, "[]", "key -> " + type, summary) { $0.noResult }
        member.ownNames = { call in call[1].object(as: T.self).map(names) ?? [] }
        member.find = { call in try body(call.object(1), call) }
        return member
    }

    /// An operator; either operand may be the object, so both are read from `call`.
    /// - Parameter other: what the other operand may be.
    package static func `operator`(
        _ operation: LuaOperator, with other: String? = nil, gives type: String = "", _ summary: String = "",
        _ body: @escaping Body
    ) -> LuaMember {
        let right = other.map { "right: " + $0 } ?? "right"
        return LuaMember(
            .operator("__" + operation.event), operation.rawValue, "left, \(right) -> \(type)", summary, body)
    }
}

/// What a type may give a meaning. (`..` is left out: Debian's Lua can be crashed through it.)
package enum LuaOperator: String, Sendable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case floorDivide = "//"
    case modulo = "%"
    case power = "^"
    case negate = "unary -"
    case and = "&"
    case or = "|"
    case exclusiveOr = "binary ~"
    case not = "unary ~"
    case length = "#"
    case equal = "=="
    case less = "<"
    case lessOrEqual = "<="
    case call = "()"
    case newIndex = "[]="
    case text = "tostring"
    case pairs = "pairs"

    var event: String {
        switch self {
        case .add: "add"
        case .subtract: "sub"
        case .multiply: "mul"
        case .divide: "div"
        case .floorDivide: "idiv"
        case .modulo: "mod"
        case .power: "pow"
        case .negate: "unm"
        case .and: "band"
        case .or: "bor"
        case .exclusiveOr: "bxor"
        case .not: "bnot"
        case .length: "len"
        case .equal: "eq"
        case .less: "lt"
        case .lessOrEqual: "le"
        case .call: "call"
        case .newIndex: "newindex"
        case .text: "tostring"
        case .pairs: "pairs"
        }
    }
}
