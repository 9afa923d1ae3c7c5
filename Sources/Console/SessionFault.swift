import Lua

/// What went wrong with an input, in one sentence, and how Lua came there.
package struct SessionFault: Error, CustomStringConvertible {
    /// `input:3: what is wrong`.
    package let description: String

    /// The innermost first: `input:3: in f`.
    package let traceback: [String]

    /// The fault of the workbench behind it; nil where the script itself is to blame.
    package let cause: (any Error)?

    /// Memory or time is used up.
    package let isLimit: Bool

    init(_ error: any Error) {
        guard let error = error as? LuaError else {
            (description, traceback, cause, isLimit) = ("\(error)", [], error, false)
            return
        }
        description = error.description
        traceback = error.fault.traceback
        cause = if case .thrown(let cause, _) = error { cause } else { nil }
        isLimit = error.limit == .memory || error.limit == .timeout
    }
}
