/// How this program is started once more to do a study: what stands between foreign scripts and the workbench.
///
/// Debian's Lua can be crashed and hung by plain scripts in ways that nothing inside a process sees. A process that died
/// costs the trial that did it.
package struct Wall: Hashable, Sendable {
    package let program: String
    package let arguments: [String]

    package init(program: String, arguments: [String]) {
        self.program = program
        self.arguments = arguments
    }
}
