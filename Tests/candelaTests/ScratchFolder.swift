import Foundation

/// An empty folder in which commands are typed, with the program on the path and the strategies of the project at hand.
struct ScratchFolder {
    private let folder: URL
    private let output: URL

    init() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "candela-\(UUID().uuidString)")
        folder = root.appending(path: "work")
        output = root.appending(path: "output")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Self.project.appending(path: "strategies").resolvingSymlinksInPath(),
            to: folder.appending(path: "strategies"))
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder.deletingLastPathComponent())
    }

    /// Runs one line in a shell: the lines it printed, and its exit code.
    func type(_ line: String) throws -> (output: [String], code: Int32) {
        try Data().write(to: output)
        let sink = try FileHandle(forWritingTo: output)
        defer { try? sink.close() }
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", line]
        shell.currentDirectoryURL = folder
        shell.environment = [
            "PATH": Self.programs.path + ":/usr/bin:/bin", "CANDELA_HOME": "home", "HOME": folder.path,
            "LC_ALL": "C.UTF-8",
        ]
        shell.standardInput = FileHandle.nullDevice
        shell.standardOutput = sink
        shell.standardError = sink
        try shell.run()
        shell.waitUntilExit()
        let text = try String(contentsOf: output, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(text.hasSuffix("\n") ? 1 : 0)
        return (lines.map { repeatable(String($0)) }, shell.terminationStatus)
    }

    /// The line without what differs from run to run: where the folder lies, how long something took, when it was.
    private func repeatable(_ line: String) -> String {
        line.replacing(folder.path, with: "~")
            .replacing(/^(elapsed|trials_per_second|created|finished|duration|worker) .*$/) { "\($0.output.1) …" }
            // Candles of our making start on whole minutes; what has seconds is the clock of this run.
            .replacing(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, with: "…")
    }

    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The build folder of the running tests, in which the program lies, too.
    private static let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
}
