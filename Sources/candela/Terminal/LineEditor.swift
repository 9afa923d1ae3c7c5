import CLineEditor
import Console
import Glibc

/// Lines that a person types, edited with libedit: history, search (Ctrl-R), completion (Tab), pastes of many lines.
///
/// Where standard input or output is no terminal, lines are read as they come and no prompt is shown.
@safe final class LineEditor {
    enum Input: Equatable {
        case line(String)
        /// Ctrl-C: the line typed so far is void.
        case interrupted
        /// Ctrl-D on an empty line, or the end of a file.
        case endOfInput
    }

    /// Whether a person sits there.
    let isInteractive: Bool
    private var history: LineHistory
    private let completer: Completer
    /// libedit's state; nil where nothing is edited.
    private let editor: OpaquePointer?

    /// `complete` is given the line and how many Unicode scalars of it precede the cursor.
    init(history: LineHistory, complete: @escaping (String, Int) -> [LineCompletion] = { _, _ in [] }) {
        self.history = history
        completer = Completer(complete)
        let isTerminal = Terminal.isInteractive(STDIN_FILENO) && Terminal.isInteractive(STDOUT_FILENO)
        let context = unsafe Unmanaged.passUnretained(completer).toOpaque()
        unsafe editor = isTerminal ? cline_editor_open("candela", Int32(LineHistory.size), completeLine, context) : nil
        isInteractive = unsafe editor != nil
        guard let editor = unsafe editor else { return }
        for entry in history.entries { unsafe cline_editor_remember(editor, entry) }
    }

    deinit {
        if let editor = unsafe editor { unsafe cline_editor_close(editor) }
    }

    /// The next line, without its newline; a paste may hold several. The prompt may be colored.
    func readLine(prompt: String) -> Input {
        guard let editor = unsafe editor else { return Swift.readLine().map(Input.line) ?? .endOfInput }
        var text: UnsafePointer<CChar>?
        switch unsafe cline_editor_read(editor, Self.marked(prompt), &text) {
        case CLINE_EDITOR_LINE:
            guard let text = unsafe text else { return .endOfInput }
            return unsafe .line(String(cString: text))
        case CLINE_EDITOR_INTERRUPTED: return .interrupted
        default: return .endOfInput
        }
    }

    /// Keeps an entry, perhaps of several lines, for the arrow keys, Ctrl-R and the next session.
    func remember(_ entry: String) {
        guard let editor = unsafe editor, history.add(entry) else { return }
        unsafe cline_editor_remember(editor, entry)
    }

    /// Escape sequences between two bytes 1, so that libedit does not count them as columns.
    private static func marked(_ prompt: String) -> String {
        var out = ""
        var isEscape = false
        for character in prompt {
            if character == "\u{1b}" && !isEscape {
                out.append("\u{1}")
                isEscape = true
            }
            out.append(character)
            if isEscape && character.isLetter {
                out.append("\u{1}")
                isEscape = false
            }
        }
        return out
    }
}

/// Passed through C as a pointer; lives as long as its editor.
private final class Completer {
    let complete: (String, Int) -> [LineCompletion]
    init(_ complete: @escaping (String, Int) -> [LineCompletion]) { self.complete = complete }
}

/// The Tab key: does what `LineCompletion.answer` says.
private func completeLine(
    context: UnsafeMutableRawPointer?, editor: OpaquePointer?, line: UnsafePointer<CChar>?, cursor: Int
) -> Int32 {
    guard let context = unsafe context, let editor = unsafe editor, let line = unsafe line else { return 0 }
    let completer = unsafe Unmanaged<Completer>.fromOpaque(context).takeUnretainedValue()
    let text = unsafe String(cString: line)
    let head = String(decoding: Array(text.utf8.prefix(cursor)), as: UTF8.self)
    switch LineCompletion.answer(to: head, candidates: { completer.complete(text, head.unicodeScalars.count) }) {
    case .nothing: return 0
    case .replace(let count, let with): unsafe cline_editor_replace(editor, Int32(count), with)
    case .list(let titles):
        let size = Terminal.size(STDOUT_FILENO)
        unsafe cline_editor_list(editor, LineCompletion.columns(titles, width: size.columns, height: size.rows / 2))
    }
    return 1
}
