import CLua

/// A Swift closure as a Lua function, with its help.
package struct LuaFunction {
    package typealias Body = (borrowing LuaCall) throws -> LuaResult

    package let name: String

    /// As one would write the call: `source, period = 20`.
    package let parameters: [LuaParameter]

    /// What a call gives, in order.
    package let results: [LuaParameter]

    /// What the table of its last parameter, `options`, may hold.
    package let options: [LuaParameter]

    /// Other parameters that it takes as well.
    package let alternative: [LuaParameter]?

    /// One line: what it gives, and the names of its options.
    package let summary: String

    let body: Body

    /// - Parameter signature: as `LuaSignature` reads it.
    package init(
        _ name: String, _ signature: String = "", options: [LuaParameter] = [], _ summary: String,
        _ body: @escaping Body
    ) {
        self.init(name, LuaSignature(signature), options: options, summary, body)
    }

    package init(
        _ name: String, _ signature: LuaSignature, alternative: [LuaParameter]? = nil, options: [LuaParameter] = [],
        _ summary: String, _ body: @escaping Body
    ) {
        self.name = name
        parameters = signature.parameters
        results = signature.results
        self.options = options
        self.alternative = alternative
        self.summary = LuaParameter.summary(summary, options: options)
        self.body = body
    }

    /// `sma(source, period = 20)`
    package var signature: String { "\(name)(\(parameters.map(\.description).joined(separator: ", ")))" }

    /// The only user of the trampoline, with `LuaType`.
    func push(_ L: OpaquePointer, _ state: LuaState, library: String?) {
        let full = library.map { "\($0).\(name)" } ?? name
        LuaCallee(name: full, parameters: parameters, state: state, body: body).push(L)
    }
}

/// What the trampoline calls: a function with its name, in one interpreter.
final class LuaCallee {
    let name: String
    let parameters: [LuaParameter]
    let body: LuaFunction.Body

    // Lua holds the callee, and the state closes Lua before it ends.
    unowned(unsafe) let state: LuaState

    init(name: String, parameters: [LuaParameter], state: LuaState, body: @escaping LuaFunction.Body) {
        self.name = name
        self.parameters = parameters
        self.state = state
        self.body = body
    }

    func parameterName(_ position: Int) -> String? {
        guard position >= 1 else { return nil }
        if position <= parameters.count, parameters[position - 1].name != "..." { return parameters[position - 1].name }
        return nil
    }

    func push(_ L: OpaquePointer) {
        clua_push_function(
            L, { L, context in LuaCallee.enter(L, context) }, Unmanaged.passRetained(self).toOpaque(),
            { context in
                guard let context else { return }
                Unmanaged<LuaCallee>.fromOpaque(context).release()
            })
    }

    /// Called by C with nothing of Swift's left behind when it returns: C raises, not Swift.
    private static func enter(_ L: OpaquePointer?, _ context: UnsafeMutableRawPointer?) -> Int32 {
        guard let L, let context else { return 0 }
        return Unmanaged<LuaCallee>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.call(L) }
    }

    private func call(_ L: OpaquePointer) -> Int32 {
        let outer = state.current
        state.current = L
        defer { state.current = outer }
        do {
            let call = LuaCall(state: state, L: L, function: self, count: Int(lua_gettop(L)))
            return try body(call).count
        } catch let fault as LuaArgumentFault {
            lua_checkstack(L, 2)
            LuaStack.push(fault.message, L)
            return Int32(CLUA_RAISE)
        } catch {
            return state.raise(error, L)
        }
    }
}
