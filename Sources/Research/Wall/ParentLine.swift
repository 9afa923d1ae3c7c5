import Glibc
import Processes
import Search

/// The line of a child to its parent: a thread of its own reads it, beats on the activity page, and ends the process as
/// soon as the parent has gone.
final class ParentLine: Sendable {
    private struct Inbox {
        var instructions: [StudyInstruction] = []
        var isCancelled = false
        var cancel: (@Sendable () -> Void)?
        var parameters: [String] = []
    }

    private let line: MessageLine
    private let inbox = Monitor(Inbox())

    init(_ line: MessageLine, page: ActivityPage) throws(SearchError) {
        self.line = line
        _ = try OwnThread("parent") { [self] in
            while true {
                if line.hasMessage(within: 100) { take() }
                page.beat()
            }
        }
    }

    private func take() {
        guard let message = try? line.receive(),
            let instruction = try? StudyInstruction(message, parameters: inbox.change { $0.parameters })
        else { _exit(0) }
        let cancel = inbox.change { inbox in
            guard case .cancel = instruction else {
                inbox.instructions.append(instruction)
                return nil as (@Sendable () -> Void)?
            }
            inbox.isCancelled = true
            return inbox.cancel
        }
        cancel?()
    }

    /// The next instruction but `cancel`.
    func next() -> StudyInstruction {
        let instruction = inbox.wait { $0.instructions.isEmpty ? nil : $0.instructions.removeFirst() }
        guard let instruction else { preconditionFailure("a wait without an end has a result") }
        return instruction
    }

    /// Tells the parent. A parent that has gone ends the process anyway.
    func send(_ report: StudyReport) {
        if case .outline(let outline) = report { inbox.change { $0.parameters = outline.parameters } }
        try? line.send(report.encoded)
    }

    /// What ends the work; called at once where the parent wishes so already.
    func onCancel(_ cancel: @escaping @Sendable () -> Void) {
        let isCancelled = inbox.change { inbox in
            inbox.cancel = cancel
            return inbox.isCancelled
        }
        if isCancelled { cancel() }
    }

    var isCancelled: Bool { inbox.change { $0.isCancelled } }
}
