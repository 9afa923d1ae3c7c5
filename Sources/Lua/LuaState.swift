import CLua

/// One interpreter. Use it from one thread at a time, with 8 MiB of stack.
package final class LuaState {
    let L: OpaquePointer
    let life: LuaLife

    /// The coroutine that called the Swift function now running, else the main one.
    @exclusivity(unchecked) var current: OpaquePointer

    /// The last Swift error that went through Lua, with the text that stands for it there.
    private var passing: (text: String, error: any Error)?

    /// Receives what scripts print, a line at a time.
    package var output: (String) -> Void = { _ in }

    /// Finds the module that `require` asks for; nil when there is none.
    package var resolver: (String) throws -> LuaScript? = { _ in nil }

    var printed = 0
    var modules: LuaReference?

    package init(
        _ sandbox: LuaSandbox = .strategy, limits: LuaLimits = LuaLimits(), seed: UInt64 = 0,
        libraries: [LuaLibrary] = []
    ) {
        guard let L = clua_open(limits.memory, limits.nanoseconds, seed) else {
            preconditionFailure("there is no memory for an interpreter")
        }
        self.L = L
        self.limits = limits
        life = LuaLife(L)
        current = L
        sandbox.install(L)
        for library in [LuaBase.library] + libraries { install(library) }
    }

    deinit {
        life.L = nil
        clua_close(L)
    }

    package private(set) var limits: LuaLimits

    /// From the next run on.
    package func limit(to time: Duration) {
        limits.time = time
        clua_set_time(L, limits.nanoseconds)
    }

    package var stopHandle: LuaStopHandle { LuaStopHandle(L) }

    /// Bytes that the interpreter and the objects it holds take now.
    package var memoryInUse: Int { Int(clua_memory(L)) }

    /// For tests: the `n`-th allocation from now that Lua code asks for fails, and all later ones unless `once`.
    package func failAllocation(_ n: UInt64, once: Bool = false) { clua_fail_allocation(L, n, once) }

    /// For tests: how far away the allocation is that fails; 0 when it has failed once.
    package var allocationsUntilFailure: UInt64 { clua_allocations_left(L) }

    /// Starts `math.random` again from a seed.
    package func seedRandom(_ seed: UInt64) { clua_seed(L, seed) }

    /// Adds a library to what scripts see.
    package func install(_ library: LuaLibrary) {
        lua_checkstack(L, 20)
        clua_push_sandbox(L)
        library.install(L, self)
        clua_pop(L, 1)
    }

    // MARK: Compiling

    /// Compiles text, within the time limit; bytecode is refused.
    package func compile(_ script: LuaScript) throws(LuaError) -> LuaReference {
        let L = current
        lua_checkstack(L, 8)
        let allowed = clua_begin(L)
        defer { clua_end(L) }
        guard allowed else { throw .limit(.stopped, LuaFault(script: script.name, message: "stopped")) }
        var text = script.text
        let status = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { bytes in
                clua_load(L, bytes.baseAddress, bytes.count, "@" + script.name)
            }
        }
        guard status != LUA_OK else { return LuaReference(poppingFrom: L, of: self) }
        let message = popText(L)
        if case .limit(let limit, var fault) = limitError(clua_stop_reason(L), []) {
            fault.script = script.name
            throw .limit(limit, fault)
        }
        var fault = LuaFault(text: message, traceback: [])
        if fault.script == nil { fault.script = script.name }
        throw .syntax(fault, isIncomplete: LuaState.isIncomplete(message))
    }

    /// Lua was still reading when the text ended; more lines may help, but never inside a quoted string.
    private static func isIncomplete(_ message: String) -> Bool {
        message.hasSuffix("near <eof>") && !message.contains("unfinished string")
    }

    // MARK: Running

    /// Runs a chunk in a fresh environment that reads through to the sandbox, and lends its results to `body`.
    package func run<R>(_ chunk: LuaReference, _ body: (borrowing LuaResults) throws -> R) throws -> R {
        try perform(current, chunk.push, { _ in }, fresh: true, body)
    }

    /// Calls a function with what `push` pushes, and lends its results to `body`.
    package func call<R>(
        _ function: LuaReference, _ push: (borrowing LuaStack) throws -> Void,
        _ body: (borrowing LuaResults) throws -> R
    ) throws -> R {
        try perform(current, function.push, push, fresh: false, body)
    }

    /// Calls a function with values and copies its results.
    package func call(_ function: LuaReference, _ arguments: LuaValue...) throws -> [LuaValue] {
        try call(
            function,
            { stack in
                stack.reserve(arguments.count)
                for argument in arguments { stack.push(argument) }
            }, { $0.values })
    }

    /// Makes the calls in `body` one run: they share one time limit.
    package func together<R>(_ body: () throws -> R) throws -> R {
        let allowed = clua_begin(L)
        defer { clua_end(L) }
        guard allowed else { throw LuaError.limit(.stopped, LuaFault(message: "stopped")) }
        return try body()
    }

    /// Calls what `pushFunction` pushes with what `push` pushes.
    func perform<R>(
        _ L: OpaquePointer, _ pushFunction: (OpaquePointer) -> Void, _ push: (borrowing LuaStack) throws -> Void,
        fresh: Bool, _ body: (borrowing LuaResults) throws -> R
    ) throws -> R {
        let base = lua_gettop(L)
        defer { lua_settop(L, base) }
        guard lua_checkstack(L, 32) != 0 else { throw LuaError.limit(.depth, LuaFault(message: "stack overflow")) }
        pushFunction(L)
        let stack = LuaStack(state: self, L: L)
        try push(stack)
        let arguments = lua_gettop(L) - base - 1
        let status = fresh ? clua_run_fresh(L, arguments, LUA_MULTRET) : clua_run(L, arguments, LUA_MULTRET)
        guard status == Int32(CLUA_OK) else { throw error(status, L) }
        lua_checkstack(L, 32)
        let results = LuaResults(state: self, L: L, base: base, count: Int(lua_gettop(L) - base))
        return try body(results)
    }

    /// Lends a value that Swift keeps, to read or to fill it.
    package func lend<R>(_ reference: LuaReference, _ body: (borrowing LuaSlot) throws -> R) rethrows -> R {
        let L = current
        lua_checkstack(L, 32)
        reference.push(L)
        defer { clua_pop(L, 1) }
        let slot = LuaSlot(state: self, L: L, index: lua_gettop(L))
        return try body(slot)
    }

    /// Makes a table that Swift keeps.
    package func makeTable(_ fill: (borrowing LuaTable) throws -> Void) rethrows -> LuaReference {
        let L = current
        let stack = LuaStack(state: self, L: L)
        try stack.pushTable(fill)
        return LuaReference(poppingFrom: L, of: self)
    }

    // MARK: Environments that stay

    /// An environment that keeps its globals between chunks: for a session.
    package func makeEnvironment() -> LuaReference {
        lua_checkstack(L, 8)
        clua_push_environment(L)
        return LuaReference(poppingFrom: L, of: self)
    }

    /// Runs a chunk in an environment that stays.
    package func run<R>(
        _ chunk: LuaReference, in environment: LuaReference, _ body: (borrowing LuaResults) throws -> R
    ) throws -> R {
        lua_checkstack(L, 8)
        chunk.push(L)
        environment.push(L)
        clua_set_environment(L, -2)
        clua_pop(L, 1)
        return try call(chunk, { _ in }, body)
    }

    // MARK: Errors

    /// Leaves the text of a Swift error on the stack and remembers the error itself until it comes out again.
    func raise(_ error: any Error, _ L: OpaquePointer) -> Int32 {
        lua_checkstack(L, 8)
        let text = LuaFault.printable("\(error)")
        LuaStack.push(text, L)
        passing = (text, error)
        // A fault of a script called from Swift has its position already.
        return Int32(error is LuaError ? CLUA_RAISE_AS : CLUA_RAISE)
    }

    func error(_ status: Int32, _ L: OpaquePointer) -> LuaError {
        let traceback = traceback(L)
        if let error = limitError(status, traceback) { return error }
        let text: String
        switch popErrorText(L) {
        case .success(let found): text = found
        case .failure(let error): return error
        }
        let fault = LuaFault(text: text, traceback: traceback)
        if let passing, text.hasSuffix(passing.text) {
            self.passing = nil
            if let inner = passing.error as? LuaError { return inner }
            return .thrown(passing.error, fault)
        }
        return .runtime(hinting(fault, L))
    }

    private func traceback(_ L: OpaquePointer) -> [String] {
        String(cString: clua_traceback(L)).split(separator: "\n").map { LuaFault.printable(String($0)) }
    }

    private func limitError(_ status: Int32, _ traceback: [String]) -> LuaError? {
        switch status {
        case Int32(CLUA_TIMEOUT):
            return .limit(.timeout, LuaFault(text: "did not end within \(limits.time)", traceback: traceback))
        case Int32(CLUA_STOPPED): return .limit(.stopped, LuaFault(text: "stopped", traceback: traceback))
        case Int32(CLUA_MEMORY):
            let text = "needs more than the \(limits.memory >> 20) MiB of memory it may have"
            return .limit(.memory, LuaFault(text: text, traceback: traceback))
        case Int32(CLUA_DEPTH):
            let text = "stack overflow: calls go deeper than the stack can hold"
            return .limit(.depth, LuaFault(text: text, traceback: traceback))
        default: return nil
        }
    }

    /// The error value as text: its `__tostring` may be the script's, so it runs protected.
    private func popErrorText(_ L: OpaquePointer) -> Result<String, LuaError> {
        if lua_type(L, -1) == LUA_TSTRING { return .success(popText(L)) }
        let shown = LuaSlot(state: self, L: L, index: lua_gettop(L)).shown
        let bare = String(cString: lua_typename(L, lua_type(L, -1)))
        lua_pushcclosure(L, clua_tostring, 0)
        clua_insert(L, -2)
        let status = clua_run(L, 1, 1)
        let traceback = traceback(L)
        if let error = limitError(status, traceback) { return .failure(error) }
        let text = lua_type(L, -1) == LUA_TSTRING ? popText(L) : "a table"
        // A value that says no more than its type.
        if status == Int32(CLUA_OK), text == bare { return .success("the error raised has no text: \(shown)") }
        return .success(status == Int32(CLUA_OK) ? text : "the error raised has no text: \(text)")
    }

    private func popText(_ L: OpaquePointer) -> String {
        defer { clua_pop(L, 1) }
        return LuaSlot(state: self, L: L, index: -1).string ?? ""
    }
}

@available(*, unavailable)
extension LuaState: Sendable {}

/// What a call gave, valid while it is lent.
package struct LuaResults: ~Copyable {
    unowned(unsafe) let state: LuaState
    let L: OpaquePointer
    let base: Int32
    package let count: Int

    /// Not inlined: Swift 6.3.1 crashes when it specializes a caller that builds a noncopyable value in place.
    @inline(never)
    init(state: LuaState, L: OpaquePointer, base: Int32, count: Int) {
        self.state = state
        self.L = L
        self.base = base
        self.count = count
    }

    /// The result at a position, from 1.
    package subscript(position: Int) -> LuaSlot {
        LuaSlot(state: state, L: L, index: position <= count ? base + Int32(position) : base + Int32(count) + 1)
    }

    package var values: [LuaValue] { (0..<count).map { self[$0 + 1].value } }
}
