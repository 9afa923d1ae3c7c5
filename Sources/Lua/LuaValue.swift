import CLua

/// What crosses by copy, and references to what does not.
package enum LuaValue {
    case `nil`
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case table(LuaReference)
    case function(LuaReference)
    case object(any LuaObject)
    /// A coroutine.
    case other(LuaReference)
}

extension LuaValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
    package init(nilLiteral: ()) { self = .nil }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .number(value) }
    package init(stringLiteral value: String) { self = .string(value) }
}

/// The kinds of Lua's values, by the names scripts know.
package enum LuaKind: String, Sendable {
    case none = "no value"
    case `nil`, boolean, number, string, table, function
    case object = "userdata"
    case coroutine = "thread"

    init(_ L: OpaquePointer, _ index: Int32) {
        switch lua_type(L, index) {
        case LUA_TNIL: self = .nil
        case LUA_TBOOLEAN: self = .boolean
        case LUA_TNUMBER: self = .number
        case LUA_TSTRING: self = .string
        case LUA_TTABLE: self = .table
        case LUA_TFUNCTION: self = .function
        case LUA_TUSERDATA, LUA_TLIGHTUSERDATA: self = .object
        case LUA_TTHREAD: self = .coroutine
        default: self = .none
        }
    }
}

/// One value on Lua's stack, valid during the call that lends it.
///
/// Numbers are numbers: strings that look like one are not converted.
package struct LuaSlot: ~Copyable {
    unowned(unsafe) let state: LuaState
    let L: OpaquePointer
    let index: Int32

    /// Not inlined for the sake of Swift 6.3.1: see `LuaResults`.
    @inline(never)
    init(state: LuaState, L: OpaquePointer, index: Int32) {
        self.state = state
        self.L = L
        self.index = index
    }

    package var kind: LuaKind { LuaKind(L, index) }
    package var isNil: Bool { lua_type(L, index) <= LUA_TNIL }
    package var isTable: Bool { lua_type(L, index) == LUA_TTABLE }
    package var isFunction: Bool { lua_type(L, index) == LUA_TFUNCTION }

    package var boolean: Bool? { lua_type(L, index) == LUA_TBOOLEAN ? lua_toboolean(L, index) != 0 : nil }

    package var number: Double? { lua_type(L, index) == LUA_TNUMBER ? lua_tonumberx(L, index, nil) : nil }

    /// An integer, also one written as a float (`20.0`).
    package var integer: Int? {
        guard lua_type(L, index) == LUA_TNUMBER else { return nil }
        var exact: Int32 = 0
        let value = lua_tointegerx(L, index, &exact)
        return exact != 0 ? Int(value) : nil
    }

    /// Whether a number is kept as an integer: `20`, not `20.0`.
    package var isInteger: Bool { lua_isinteger(L, index) != 0 }

    /// Text; bytes that are no UTF-8 are replaced.
    package var string: String? {
        guard lua_type(L, index) == LUA_TSTRING else { return nil }
        var length = 0
        guard let bytes = lua_tolstring(L, index, &length) else { return nil }
        let buffer = UnsafeRawBufferPointer(start: bytes, count: length)
        return String(decoding: buffer, as: UTF8.self)
    }

    /// The object, if it is one of this class: one comparison of pointers.
    @inlinable package func object<T: LuaObject>(as type: T.Type = T.self) -> T? {
        guard let object = object(of: T.luaType) else { return nil }
        return Unmanaged<T>.fromOpaque(object).takeUnretainedValue()
    }

    @usableFromInline func object(of type: LuaType) -> UnsafeMutableRawPointer? {
        clua_to_object(L, index, type.identity)
    }

    package var anyObject: (any LuaObject)? {
        // A file of Lua's own is userdata, too, and smaller.
        guard lua_type(L, index) == LUA_TUSERDATA, lua_rawlen(L, index) >= MemoryLayout<clua_object>.size,
            let box = lua_touserdata(L, index)
        else { return nil }
        guard let object = box.assumingMemoryBound(to: clua_object.self).pointee.object else { return nil }
        return Unmanaged<AnyObject>.fromOpaque(object).takeUnretainedValue() as? any LuaObject
    }

    /// The table, to read its fields; nil for other kinds.
    package func table<R>(_ body: (borrowing LuaTable) throws -> R) rethrows -> R? {
        guard isTable else { return nil }
        let table = LuaTable(state: state, L: L, index: lua_absindex(L, index))
        return try body(table)
    }

    /// A table or function (or any other value) that Swift keeps.
    package func reference() -> LuaReference {
        lua_pushvalue(L, index)
        return LuaReference(poppingFrom: L, of: state)
    }

    package var value: LuaValue {
        switch lua_type(L, index) {
        case LUA_TBOOLEAN: .boolean(lua_toboolean(L, index) != 0)
        case LUA_TNUMBER:
            lua_isinteger(L, index) != 0
                ? .integer(Int(lua_tointegerx(L, index, nil))) : .number(lua_tonumberx(L, index, nil))
        case LUA_TSTRING: string.map { .string($0) } ?? .nil
        case LUA_TTABLE: .table(reference())
        case LUA_TFUNCTION: .function(reference())
        case LUA_TUSERDATA: anyObject.map { .object($0) } ?? .nil
        case LUA_TTHREAD: .other(reference())
        default: .nil
        }
    }

    /// The name of the value's kind or type: `number`, `table`, `series`.
    package var typeName: String {
        if let object = anyObject { return type(of: object).luaType.name }
        return kind.rawValue
    }

    /// The value as an error message shows it: `2.5`, `"abc"`, `a table`, `nil`.
    package var shown: String {
        switch lua_type(L, index) {
        case LUA_TNONE: return "nothing"
        case LUA_TNIL: return "nil"
        case LUA_TBOOLEAN: return lua_toboolean(L, index) != 0 ? "true" : "false"
        case LUA_TNUMBER: return LuaNumber.text(L, index)
        case LUA_TSTRING:
            let text = LuaFault.printable(string ?? "")
            return "\"" + (text.count > 40 ? text.prefix(40) + "…" : text) + "\""
        default:
            return LuaSlot.withArticle(typeName)
        }
    }

    static func withArticle(_ name: String) -> String {
        ("aeiou".contains(name.first ?? " ") ? "an " : "a ") + name
    }
}

/// Numbers as Lua writes them.
enum LuaNumber {
    static func text(_ L: OpaquePointer, _ index: Int32) -> String {
        lua_pushvalue(L, index)
        defer { clua_pop(L, 1) }
        var length = 0
        guard let bytes = lua_tolstring(L, -1, &length) else { return "?" }
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
    }
}
