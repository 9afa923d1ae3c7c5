import Foundation
import Testing

/// Scripts in a file of `Scripts`, each with what is said about it: its lines, then lines that begin with `! `, a blank
/// line between two scripts. Lines that begin with `#` explain.
///
/// `CANDELA_REWRITE_SCRIPTS=1 swift test --filter StrategiesTests` writes the answers anew, for a person to read.
struct ScriptCases: Sendable {
    struct Case: Sendable, CustomTestStringConvertible {
        let script: String
        let answers: [String]

        var testDescription: String { script.replacing("\n", with: " ") }
    }

    let file: URL
    let cases: [Case]

    init(_ name: String) {
        file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts/\(name)")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        cases = Self.blocks(text).compactMap { block in
            let script = block.filter { !$0.hasPrefix("! ") }
            guard !block.allSatisfy({ $0.hasPrefix("#") }) else { return nil }
            return Case(
                script: script.joined(separator: "\n"),
                answers: block.filter { $0.hasPrefix("! ") }.map { String($0.dropFirst(2)) })
        }
    }

    /// Asks about every script; differences are issues, or the new answers where they are written anew.
    func check(_ answers: (String) -> [String]) throws {
        guard ProcessInfo.processInfo.environment["CANDELA_REWRITE_SCRIPTS"] == "1" else {
            for one in cases { #expect(answers(one.script) == one.answers, "\(one.script)") }
            return
        }
        let blocks = Self.blocks(try String(contentsOf: file, encoding: .utf8)).map { block in
            guard !block.allSatisfy({ $0.hasPrefix("#") }) else { return block }
            let script = block.filter { !$0.hasPrefix("! ") }
            return script + answers(script.joined(separator: "\n")).map { "! " + $0 }
        }
        let text = blocks.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    private static func blocks(_ text: String) -> [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).split { $0.isEmpty }.map { $0.map(String.init) }
    }
}
