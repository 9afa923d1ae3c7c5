import CLua

/// Names that scripts read at one row of columns, while a function of theirs is called at one row after another.
///
/// C answers the names and makes the calls of a stretch of rows in one protected run: two reads, a comparison and the
/// call take 0.1 us a row, with calls into Swift for the reads 0.3.
package final class LuaCursor {
    private unowned(unsafe) let state: LuaState
    private let object: LuaReference
    private let cursor: UnsafeMutablePointer<clua_cursor>

    /// The names of `object`, which is handed to the function; one cursor a type and interpreter. A method `ago` of its
    /// type hears of calls that C does not answer, and so do its fields while the cursor is at no row.
    package init(of object: some LuaObject, in state: LuaState) {
        let L = state.current
        lua_checkstack(L, 16)
        let stack = LuaStack(state: state, L: L)
        stack.push(object)
        self.object = LuaReference(poppingFrom: L, of: state)
        self.state = state
        guard let cursor = clua_new_cursor(L, type(of: object).luaType.identity) else {
            preconditionFailure("a cursor is made of Lua's memory")
        }
        self.cursor = cursor
    }

    /// The row now, from 0; nil while no function is called.
    package var row: Int? { cursor.pointee.row < 0 ? nil : Int(cursor.pointee.row) }

    /// Whether the function is called no more once it has returned.
    package var isHalted: Bool {
        get { cursor.pointee.halted }
        set { cursor.pointee.halted = newValue }
    }

    // MARK: Names

    /// A number that names may read.
    package enum Cell: Int32 {
        case first, second, third, fourth
    }

    package func set(_ cell: Cell, _ value: Double) { clua_set_cell(cursor, cell.rawValue, value) }

    /// Forgets all names.
    package func clear() {
        lua_checkstack(state.current, 16)
        clua_clear_readings(state.current, cursor)
    }

    /// Names the row's number, from 1.
    package func nameRow(_ name: String) { add(name, clua_reading(kind: Int32(CLUA_ROW))) }

    /// Names a cell.
    package func name(_ name: String, _ cell: Cell) {
        add(name, clua_reading(kind: Int32(CLUA_CELL), offset: cell.rawValue))
    }

    /// Names a value that is set as often as one likes; nil until then.
    package func nameValue(_ name: String) { add(name, clua_reading(kind: Int32(CLUA_VALUE))) }

    package func setValue(_ name: String, _ push: (borrowing LuaStack) -> Void) {
        let L = state.current
        lua_checkstack(L, 16)
        let stack = LuaStack(state: state, L: L)
        push(stack)
        clua_set_value(L, cursor, name)
    }

    /// Names a column of numbers. Its memory must outlive the rows that are walked.
    @unsafe package func name(_ name: String, _ column: Span<Double>) {
        add(name, clua_reading(kind: Int32(CLUA_NUMBERS), column: Self.start(of: column)))
    }

    /// Names a column of whole numbers. Its memory must outlive the rows that are walked.
    @unsafe package func name(_ name: String, _ column: Span<Int64>) {
        add(name, clua_reading(kind: Int32(CLUA_WHOLES), column: Self.start(of: column)))
    }

    /// Names a column of booleans, 64 a word. Its memory must outlive the rows that are walked.
    @unsafe package func name(_ name: String, flags column: Span<UInt64>) {
        add(name, clua_reading(kind: Int32(CLUA_FLAGS), column: Self.start(of: column)))
    }

    /// Names `offset + factor * column`. The column's memory must outlive the rows that are walked.
    @unsafe package func name(_ name: String, offset: Cell, factor: Cell, _ column: Span<Double>) {
        add(
            name,
            clua_reading(
                kind: Int32(CLUA_LINE), offset: offset.rawValue, factor: factor.rawValue,
                column: Self.start(of: column)))
    }

    private static func start<Element>(of column: Span<Element>) -> UnsafeRawPointer? {
        column.withUnsafeBufferPointer { UnsafeRawPointer($0.baseAddress) }
    }

    private func add(_ name: String, _ reading: clua_reading) {
        lua_checkstack(state.current, 16)
        clua_set_reading(state.current, cursor, name, reading)
    }

    // MARK: Walking

    /// Calls `function` with the object and `argument` at each of the rows, until it halts the cursor; gives the row
    /// at which it did. All names must have a value at each row.
    package func walk(_ rows: Range<Int>, calling function: LuaReference, _ argument: LuaReference) throws -> Int? {
        guard !rows.isEmpty else { return nil }
        let L = state.current
        guard lua_checkstack(L, 32) != 0 else { throw LuaError.limit(.depth, LuaFault(message: "stack overflow")) }
        function.push(L)
        object.push(L)
        argument.push(L)
        let status = clua_walk(L, cursor, Int64(rows.lowerBound), Int64(rows.upperBound))
        defer { cursor.pointee.row = -1 }
        guard status == Int32(CLUA_OK) else { throw state.error(status, L) }
        return isHalted ? Int(cursor.pointee.row) : nil
    }
}

extension clua_reading {
    fileprivate init(kind: Int32, offset: Int32 = 0, factor: Int32 = 0, column: UnsafeRawPointer? = nil) {
        self.init()
        (self.kind, self.offset, self.factor, self.column) = (kind, offset, factor, column)
    }
}

extension LuaCall {
    /// Where the script makes this call: `s.lua:12`.
    package var place: String {
        lua_checkstack(L, 8)
        clua_push_place(L)
        defer { clua_pop(L, 1) }
        return LuaSlot(state: state, L: L, index: lua_gettop(L)).string ?? ""
    }
}
