import Console
import Foundation
import Research
import Testing

/// A session as text: what is typed behind `> `, its next lines behind `>> `, then what came back.
///
/// Notices come back behind `! `, as do faults. Lines that begin with `# ` explain. The home is an empty one of its own.
struct Transcript: Sendable, CustomTestStringConvertible {
    let file: URL

    var testDescription: String { file.lastPathComponent }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

    static let all: [Transcript] = {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map(Transcript.init)
    }()

    func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

    /// Types the inputs of `text` and writes down what comes back.
    func played() throws -> String {
        let home = SessionHome()
        let said = Lines()
        let session = home.session(output: { said.append($0) }, notice: { said.append("! " + $0) })
        var input = ""
        for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
            guard let mark = ["> ", ">> ", "# "].first(where: { line.hasPrefix($0) }) else { continue }
            if mark != ">> ", said.last.map({ !$0.hasPrefix("# ") }) ?? false { said.append("") }
            said.append(String(line))
            if mark == "# " { continue }
            input += (input.isEmpty ? "" : "\n") + line.dropFirst(mark.count)
            switch session.run(input) {
            case .incomplete: continue
            case .value(let value): if let value { said.append(value) }
            case .failed(let fault): said.append("! \(fault)")
            case .interrupted: said.append("! interrupted")
            }
            input = ""
        }
        return said.text.replacing(home.folder.path, with: "~")
    }

    /// Whether the transcripts are to be written anew: `CANDELA_REWRITE_TRANSCRIPTS=1 swift test --filter ConsoleTests`.
    static var areRewritten: Bool { ProcessInfo.processInfo.environment["CANDELA_REWRITE_TRANSCRIPTS"] == "1" }

    func check(_ played: String) throws {
        if Transcript.areRewritten { return try played.write(to: file, atomically: true, encoding: .utf8) }
        let expected = try text()
        let difference = zip(expected.split(separator: "\n"), played.split(separator: "\n")).first { $0 != $1 }
        #expect(played == expected, "first differing lines: \(difference.map { "\($0)\n\($1)" } ?? "one is longer")")
    }
}

/// Lines as they come.
final class Lines {
    private var lines: [String] = []
    var last: String? { lines.last }
    var text: String { lines.map { $0 + "\n" }.joined() }
    func append(_ line: String) { lines.append(line) }
}

/// A home of its own for a session, with the strategies of the project on its shelf; gone with the test.
final class SessionHome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "candela-\(UUID().uuidString)")
    let workbench: Workbench

    /// The project's folder, reached through the links that a build of a part of it may have.
    static let project = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    init() {
        workbench = Workbench(home: Home(folder.path))
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? FileManager.default.copyItem(
            at: Self.project.appending(path: "strategies"), to: folder.appending(path: "strategies"))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func session(
        output: @escaping (String) -> Void = { _ in }, notice: @escaping (String) -> Void = { _ in }
    ) -> Session {
        // The session keeps its home by this closure.
        let face = SessionFace(output: { line in withExtendedLifetime(self) { output(line) } }, notice: notice)
        return Session(workbench, face: face)
    }
}
