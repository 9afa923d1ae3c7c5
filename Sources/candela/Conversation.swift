import ArgumentParser
import Console
import Foundation
import Research
import Search
import Synchronization

/// A session of Lua in this program: where it prints, how its searches are watched, how Ctrl-C reaches it.
final class Conversation {
    let session: Session
    private let output: SessionOutput

    /// - Parameter folder: of a program that is trusted with the machine.
    init(_ workbench: Workbench, isQuiet: Bool, trusted folder: URL? = nil) {
        let output = SessionOutput()
        let face = SessionFace(
            output: { output.write($0) }, notice: { Output.note([$0]) },
            watch: { study, run in
                let progress = LiveProgress(isQuiet: isQuiet) { ProgressText.Value(study) }
                defer { progress.finish() }
                return try run()
            }, style: Output.style)
        session = Session(workbench, face: face, trusted: folder)
        output.stop = session.stop
        self.output = output
    }

    /// Does `work` with the session. Ctrl-C ends the work and nothing else; a wish to terminate ends the program after it.
    func during(_ work: (Session) -> Session.Outcome) throws -> Session.Outcome {
        session.style = Output.style
        let (stop, cause) = (session.stop, Box<Interrupt.Cause?>(nil))
        let watch = Interrupt.watch { wish in
            cause.value.withLock { $0 = wish }
            stop.stop()
        }
        let outcome = work(session)
        watch.end()
        // One that came when the work was over is no wish about what comes next.
        stop.allow()
        if let failure = output.failure { throw failure }
        if let cause = cause.value.withLock({ $0 }), cause != .keyboard { throw ExitCode(cause.exitCode) }
        return outcome
    }

    /// Runs a program as a whole: its value is printed, its fault ends the command.
    func finish(_ work: (Session) -> Session.Outcome) throws {
        switch try during(work) {
        case .value(let value): if let value { try Output.write(value + "\n") }
        case .interrupted: throw CancellationError()
        case .failed(let fault): throw fault
        case .incomplete: preconditionFailure("a whole program is never incomplete")
        }
    }
}

/// What two threads share.
private final class Box<Value: Sendable>: Sendable {
    let value: Mutex<Value>
    init(_ value: Value) { self.value = Mutex(value) }
}

/// Where a session prints; it is stopped when nobody reads any longer.
private final class SessionOutput {
    var stop: SessionStop?
    private(set) var failure: OutputError?

    func write(_ text: String) {
        guard failure == nil else { return }
        do {
            try Output.write(text + "\n")
        } catch {
            failure = error
            stop?.stop()
        }
    }
}
