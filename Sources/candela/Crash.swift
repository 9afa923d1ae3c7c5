import Foundation

/// The last words: a fault of ours, or a library's, ends the program with one sentence and code 70, never with a trace.
enum Crash {
    private static let sentence: StaticString = "a fault of Candela itself ended it; what was stored before is kept\n"

    /// The same for who has time for more.
    static var text: String { String(sentence.description.dropLast()) }

    /// Only what is allowed inside a signal handler: one write, then the end.
    static func watch() {
        for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] {
            signal(number) { _ in
                _ = unsafe write(STDERR_FILENO, Crash.sentence.utf8Start, Crash.sentence.utf8CodeUnitCount)
                _exit(Ending.fault.rawValue)
            }
        }
    }
}
