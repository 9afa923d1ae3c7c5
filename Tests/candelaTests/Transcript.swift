import Foundation
import Testing

/// Commands and what they print, one after another in an empty folder with a home of its own.
///
/// A line that begins with `$ ` is typed into a shell; what follows up to the next one is what came back, standard output
/// and standard error as they came, and `[exit N]` where a command did not end with 0. Lines that begin with `# ` explain.
/// What differs from run to run is written as `…`.
struct Transcript: Sendable, CustomTestStringConvertible {
    let file: URL

    var testDescription: String { file.lastPathComponent }

    static let all: [Transcript] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map(Transcript.init)
    }()

    func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

    /// Types the commands of `text` and writes down what happens.
    func played() throws -> String {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        var lines: [String] = []
        for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("$ ") || line.hasPrefix("# ") else { continue }
            if let last = lines.last, !last.hasPrefix("# ") { lines.append("") }
            if line.hasPrefix("# ") {
                lines.append(String(line))
                continue
            }
            let (output, code) = try scratch.type(String(line.dropFirst(2)))
            lines.append(String(line))
            lines += output
            if code != 0 { lines.append("[exit \(code)]") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether the transcripts are to be written anew: `CANDELA_REWRITE_TRANSCRIPTS=1 swift test --filter candelaTests`.
    static var areRewritten: Bool { ProcessInfo.processInfo.environment["CANDELA_REWRITE_TRANSCRIPTS"] == "1" }
}
