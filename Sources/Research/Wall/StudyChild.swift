import Processes

/// A child that does a study, and the line to it: what a parent holds of it.
final class StudyChild: Sendable {
    let process: ChildProcess
    private let line: MessageLine
    private let watch: ChildWatch

    /// Starts it; `page` is what it marks its work on.
    init(behind wall: Wall, page: ActivityPage, watch: ChildWatch) throws(ProcessError) {
        let (ours, childs) = try MessageLine.pair()
        // Nothing to read, nowhere to write but the line: it has no word to say to people.
        let descriptors = [nil, nil, nil, childs.descriptor, page.descriptor]
        page.clear()
        process = try ChildProcess(wall.program, arguments: wall.arguments, descriptors: descriptors)
        line = ours
        self.watch = watch
        watch.look(after: process)
    }

    func tell(_ instruction: StudyInstruction, parameters: [String] = []) throws(ProcessError) {
        try line.send(instruction.encoded(parameters: parameters))
    }

    /// The next report; waits for it.
    func report(parameters: [String] = []) throws(ProcessError) -> StudyReport {
        let message = try line.receive()
        watch.noteMessage()
        return try StudyReport(message, parameters: parameters)
    }
}
