import Foundation

/// A script of the hostile corpus: what it shows, how it is to end, and words that its reason holds.
///
/// `-- ends:` is `timeout`, `memory`, `depth`, `error` (an error like any other), `refused` (what the sandbox does not
/// allow), `fine`, or `hung`, where only the end of the process helps.
package struct HostileScript: Sendable, CustomStringConvertible {
    package enum Ending: String, Sendable { case timeout, memory, depth, error, refused, fine, hung }

    package let name: String
    package let text: String
    package let ending: Ending
    package let words: String?

    package var description: String { name }

    /// All of them, by name.
    package static let all = scripts(in: "hostile")

    /// Scripts that use much and do nothing wrong; each returns "fine".
    package static let control = scripts(in: "control")

    private static func scripts(in folder: String) -> [HostileScript] {
        let place = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../LuaTests/Scripts/\(folder)").standardized
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        return names.filter { $0.hasSuffix(".lua") }.sorted().compactMap { HostileScript(place.appending(path: $0)) }
    }

    private init?(_ file: URL) {
        guard let text = try? String(contentsOf: file, encoding: .utf8),
            let ending = Self.header("ends", of: text).flatMap({ Ending(rawValue: $0) })
        else { return nil }
        name = file.deletingPathExtension().lastPathComponent
        self.text = text
        self.ending = ending
        words = Self.header("says", of: text)
    }

    private static func header(_ key: String, of text: String) -> String? {
        let lines = text.split(separator: "\n").prefix { $0.hasPrefix("--") }
        return lines.first { $0.hasPrefix("-- \(key): ") }.map { String($0.dropFirst(5 + key.count)) }
    }
}
