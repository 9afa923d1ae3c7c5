import Research
import Search

/// What a session needs from the face in front of it: a terminal, a notebook, a file.
package struct SessionFace {
    /// Receives what is printed, without the last newline; it may hold several lines.
    package var output: (String) -> Void

    /// Receives what a person should know and what is no result, a sentence at a time.
    package var notice: (String) -> Void

    /// Runs a search and shows meanwhile how far it is.
    package var watch: (_ study: StudyRun, _ run: () throws -> StudyState) throws -> StudyState

    /// How values may look.
    package var style: TextStyle

    package init(
        output: @escaping (String) -> Void, notice: @escaping (String) -> Void = { _ in },
        watch: @escaping (StudyRun, () throws -> StudyState) throws -> StudyState = { try $1() },
        style: TextStyle = .plain
    ) {
        self.output = output
        self.notice = notice
        self.watch = watch
        self.style = style
    }
}
