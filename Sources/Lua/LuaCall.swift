import CLua

/// Arguments and results of one call from Lua, valid during it.
package struct LuaCall: ~Copyable {
    package unowned(unsafe) let state: LuaState
    let L: OpaquePointer
    unowned(unsafe) let function: LuaCallee

    /// How many arguments the script gave.
    package let count: Int

    /// Not inlined for the sake of Swift 6.3.1: see `LuaResults`.
    @inline(never)
    init(state: LuaState, L: OpaquePointer, function: LuaCallee, count: Int) {
        self.state = state
        self.L = L
        self.function = function
        self.count = count
    }

    /// The argument at a position, from 1. The first of a method is the object itself.
    package subscript(position: Int) -> LuaSlot { LuaSlot(state: state, L: L, index: Int32(position)) }

    package func isNil(_ position: Int) -> Bool { lua_type(L, Int32(position)) <= LUA_TNIL }
    package func isTable(_ position: Int) -> Bool { lua_type(L, Int32(position)) == LUA_TTABLE }
    package func isNumber(_ position: Int) -> Bool { lua_type(L, Int32(position)) == LUA_TNUMBER }

    // MARK: Arguments that must be there

    package func number(_ position: Int) throws -> Double {
        guard lua_type(L, Int32(position)) == LUA_TNUMBER else { throw fault(position, "a number") }
        return lua_tonumberx(L, Int32(position), nil)
    }

    package func integer(_ position: Int) throws -> Int {
        guard let value = self[position].integer else { throw fault(position, "a whole number") }
        return value
    }

    package func integer(_ position: Int, in range: ClosedRange<Int>) throws -> Int {
        guard let value = self[position].integer, range.contains(value) else {
            throw fault(position, "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    package func boolean(_ position: Int) throws -> Bool {
        guard let value = self[position].boolean else { throw fault(position, "true or false") }
        return value
    }

    package func string(_ position: Int) throws -> String {
        guard let value = self[position].string else { throw fault(position, "text") }
        return value
    }

    @inlinable package func object<T: LuaObject>(_ position: Int, as type: T.Type = T.self) throws -> T {
        guard let value = self[position].object(as: T.self) else { throw fault(position, T.luaType) }
        return value
    }

    @usableFromInline func fault(_ position: Int, _ type: LuaType) -> LuaArgumentFault {
        fault(position, LuaSlot.withArticle(type.name))
    }

    package func function(_ position: Int) throws -> LuaReference {
        guard self[position].isFunction else { throw fault(position, "a function") }
        return self[position].reference()
    }

    package func table<R>(_ position: Int, _ body: (borrowing LuaTable) throws -> R) throws -> R {
        guard isTable(position) else { throw fault(position, "a table") }
        let table = LuaTable(state: state, L: L, index: Int32(position))
        return try body(table)
    }

    // MARK: Arguments that may be left out

    package func number(_ position: Int, default value: Double) throws -> Double {
        isNil(position) ? value : try number(position)
    }

    package func integer(_ position: Int, default value: Int) throws -> Int {
        isNil(position) ? value : try integer(position)
    }

    package func integer(_ position: Int, default value: Int, in range: ClosedRange<Int>) throws -> Int {
        isNil(position) ? value : try integer(position, in: range)
    }

    package func string(_ position: Int, default value: String) throws -> String {
        isNil(position) ? value : try string(position)
    }

    package func boolean(_ position: Int, default value: Bool) throws -> Bool {
        isNil(position) ? value : try boolean(position)
    }

    // MARK: Results

    /// Where results are pushed, when there are several: push them, then return `results(count)`.
    package var stack: LuaStack { LuaStack(state: state, L: L) }

    /// The last `count` pushed values are the results.
    package func results(_ count: Int) -> LuaResult { LuaResult(count: Int32(count)) }

    package var noResult: LuaResult { LuaResult(count: 0) }

    package func `return`(_ value: Bool) -> LuaResult {
        lua_pushboolean(L, value ? 1 : 0)
        return LuaResult(count: 1)
    }

    package func `return`(_ value: Int) -> LuaResult {
        lua_pushinteger(L, lua_Integer(value))
        return LuaResult(count: 1)
    }

    package func `return`(_ value: Double) -> LuaResult {
        lua_pushnumber(L, value)
        return LuaResult(count: 1)
    }

    package func `return`(_ value: String) -> LuaResult {
        LuaStack.push(value, L)
        return LuaResult(count: 1)
    }

    @inlinable package func `return`<T: LuaObject>(_ object: T) -> LuaResult {
        stack.push(object)
        return results(1)
    }

    package func `return`(_ value: LuaReference) -> LuaResult {
        value.push(L)
        return LuaResult(count: 1)
    }

    package func `return`(_ value: LuaValue) -> LuaResult {
        stack.push(value)
        return LuaResult(count: 1)
    }

    // MARK: Faults

    /// What is wrong with an argument, named as in the function's signature:
    /// `ta.sma: period must be a whole number, got 2.5`.
    package func fault(_ position: Int, _ expected: String) -> LuaArgumentFault {
        let name = function.parameterName(position) ?? "argument \(position)"
        return fault("\(name) must be \(expected), got \(self[position].shown)")
    }

    /// Something else wrong with the call; the function's name is put before it.
    package func fault(_ message: String) -> LuaArgumentFault {
        LuaArgumentFault(message: "\(function.name): \(message)")
    }

    /// Whether the run is to end: for Swift functions that take long.
    package var mustStop: Bool { clua_stop_reason(L) != Int32(CLUA_OK) }
}

/// A call that the script got wrong; becomes a plain Lua error with the script's position.
package struct LuaArgumentFault: Error, CustomStringConvertible {
    package let message: String

    package init(message: String) { self.message = message }

    package var description: String { message }
}

/// How many results a function pushed.
package struct LuaResult {
    let count: Int32
}
