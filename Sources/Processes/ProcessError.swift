import Glibc

/// What can be wrong between processes.
package enum ProcessError: Error, Hashable, Sendable {
    /// The system gives no process, or not this program.
    case notStarted(program: String, code: Int32)
    /// The system gives no memory or no line to share with another process.
    case nothingShared(code: Int32)
    /// The other side has closed the line, mostly because it has died.
    case closed
    /// What came over the line is no message.
    case malformed
    /// More than one message holds.
    case tooLong(bytes: Int)
}

extension ProcessError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notStarted(let program, let code):
            "\(program) could not be started as a process of its own: \(Self.reason(code))"
        case .nothingShared(let code): "the system gives nothing to share with a process: \(Self.reason(code))"
        case .closed: "the other process has ended"
        case .malformed: "the other process sent what is no message"
        case .tooLong(let bytes):
            "\(bytes >> 20) MiB are too much for another process: take fewer candles, or --in-process"
        }
    }

    private static func reason(_ code: Int32) -> String { unsafe String(cString: strerror(code)) }
}
