import Console
import Foundation
import Lua
import Processes
import Synchronization

/// A command in a child of this program: the same words with another before them, the same terminal, the same exit code.
///
/// The child ends when its parent does, however that ends: it holds one end of a line on which nothing ever comes.
enum Supervision {
    private static let word = "--child"
    private static let lineDescriptor: Int32 = 3
    /// How long a child may take to end when it is told to.
    private static let grace = Duration.seconds(2)

    /// Whether this process is such a child.
    static let isChild = CommandLine.arguments.dropFirst().first == word

    /// What was typed, without what the parent added.
    static var arguments: [String] { Array(CommandLine.arguments.dropFirst(isChild ? 2 : 1)) }

    /// For the child: ends with its parent, and draws on the terminal though it is not its foreground.
    static func begin() {
        let line = MessageLine(descriptor: lineDescriptor)
        Thread.detachNewThread {
            _ = try? line.receive()
            _exit(Ending.interrupted.rawValue)
        }
        signal(SIGTTOU, SIG_IGN)
    }

    /// For the child: a script that cannot be stopped at its limit ends the process with one sentence.
    static func limit(_ script: String) {
        LuaLimits.endProcessOnOverrun(
            InertText.text("\(script) did not end within its limits and could not be stopped") + "\n",
            limit: Ending.limit.rawValue, stopped: Ending.interrupted.rawValue)
    }

    /// For the parent: does the command in a child, and ends as it ends. A child that dies of its script is told about.
    static func run(_ script: String) throws {
        let (ours, childs) = try MessageLine.pair()
        defer { withExtendedLifetime(ours) {} }
        let process = try ChildProcess(
            "/proc/self/exe", arguments: [word] + CommandLine.arguments.dropFirst(),
            descriptors: [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, childs.descriptor])
        let wish = Mutex<Interrupt.Cause?>(nil)
        let watch = Interrupt.watch { cause in
            wish.withLock { $0 = cause }
            process.signal(cause.rawValue)
            Thread.sleep(forTimeInterval: grace / .seconds(1))
            process.kill()
        }
        defer { watch.end() }
        switch process.wait() {
        case .exit(let code): exit(code)
        case .signal where wish.withLock({ $0 }) != nil:
            exit(wish.withLock({ $0 })?.exitCode ?? Ending.interrupted.rawValue)
        case .signal(let number) where [SIGILL, SIGTRAP].contains(number):
            throw CommandError(sentence: Crash.text, ending: .fault)
        case let ending:
            throw CommandError(sentence: "\(script) ended its process by \(ending)", ending: .badInput)
        }
    }
}
