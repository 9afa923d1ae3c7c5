import Glibc

/// How a child process ended.
package enum ChildEnding: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)

    init(status: Int32) {
        let number = status & 0x7f
        self = number == 0 ? .exit(status >> 8 & 0xff) : .signal(number)
    }
}

extension ChildEnding: CustomStringConvertible {
    /// `signal 11 (segmentation fault)`, `exit code 3`.
    package var description: String {
        switch self {
        case .exit(let code): "exit code \(code)"
        case .signal(let number): "signal \(number)" + (Self.names[number].map { " (\($0))" } ?? "")
        }
    }

    /// In our own words, so that they do not depend on the machine's language.
    private static let names: [Int32: String] = [
        SIGABRT: "aborted", SIGBUS: "bus error", SIGFPE: "arithmetic error", SIGHUP: "hung up",
        SIGILL: "illegal instruction", SIGINT: "interrupted", SIGKILL: "killed", SIGPIPE: "broken pipe",
        SIGQUIT: "quit", SIGSEGV: "segmentation fault", SIGTERM: "terminated", SIGTRAP: "trap",
        SIGXCPU: "processor time exceeded",
    ]
}
