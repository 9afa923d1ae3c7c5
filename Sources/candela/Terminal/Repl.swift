import Console
import Foundation
import Research

/// The conversation at a terminal: prompt, answer, prompt, until Ctrl-D.
struct Repl {
    private let conversation: Conversation
    private let editor: LineEditor

    /// Lines that are not whole yet.
    private var input = ""
    private var isOver = false

    init(_ conversation: Conversation, home: Home) {
        self.conversation = conversation
        let session = conversation.session
        editor = LineEditor(history: LineHistory(file: home.folder.appending(path: "history"))) { line, cursor in
            session.completions(of: line, at: cursor).map { LineCompletion(start: $0.start, text: $0.text) }
        }
    }

    mutating func converse() throws {
        while !isOver {
            switch editor.readLine(prompt: input.isEmpty ? "> " : ">> ") {
            case .interrupted: input = ""
            case .endOfInput: return try Output.write("\n")
            case .line(let line):
                input += input.isEmpty ? line : "\n" + line
                if input.allSatisfy(\.isWhitespace) {
                    input = ""
                } else if try answer() {
                    editor.remember(input)
                    input = ""
                }
            }
        }
    }

    /// Whether the input was whole.
    private mutating func answer() throws -> Bool {
        let entry = input
        switch DotCommand.action(of: entry) {
        case nil: return try show(conversation.during { $0.run(entry) })
        case .run(let text): return try show(conversation.during { $0.run(text, isWhole: true) })
        case .read(let file): return try show(conversation.during { $0.run(file: file) })
        case .show(let text): try Output.write(text + "\n")
        case .fault(let sentence): Output.note([sentence])
        case .quit: isOver = true
        }
        return true
    }

    private func show(_ outcome: Session.Outcome) throws -> Bool {
        switch outcome {
        case .value(let value): if let value { try Output.write(value + "\n") }
        case .incomplete: return false
        case .interrupted: Output.note("interrupted")
        case .failed(let fault): Diagnosis(fault).report()
        }
        return true
    }
}
