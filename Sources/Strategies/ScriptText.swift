import Foundation

/// What can be said about a script from its text alone.
enum ScriptText {
    static func read(_ file: URL, shownAs path: String) throws(StrategyError) -> String {
        let bytes: Data
        do {
            bytes = try Data(contentsOf: file)
        } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
            throw .missing(path: path)
        } catch {
            throw .unreadable(path: path, reason: reason(error, file))
        }
        guard bytes.count <= StrategyShelf.textLimit else { throw .tooLong(path: path, bytes: bytes.count) }
        guard let text = String(data: bytes, encoding: .utf8), !text.utf8.contains(0) else {
            throw .notText(path: path)
        }
        return text.hasPrefix("\u{feff}") ? String(text.dropFirst()) : text
    }

    private static func reason(_ error: any Error, _ file: URL) -> String {
        if (try? file.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true { return "it is a folder" }
        return (error as? CocoaError)?.code == .fileReadNoPermission ? "permission is denied" : "the system refuses"
    }

    /// The names that `require` is given as plain strings; those in comments do no harm.
    static func requiredNames(in text: String) -> [String] {
        text.matches(of: /require\s*\(?\s*(?:"([^"\n]*)"|'([^'\n]*)')/).compactMap { match in
            (match.output.1 ?? match.output.2).map(String.init)
        }
    }

    /// The line on which a key of the returned table is written: `["signals", "long", "entry"]` is the first `entry =`
    /// at or behind the first `long =` at or behind the first `signals =`. A part that is written otherwise is passed
    /// over; nil when none is found.
    static func line(of path: [String], in text: String) -> Int? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var (start, found) = (0, nil as Int?)
        for name in path {
            guard let line = lines[start...].firstIndex(where: { sets(name, in: $0) }) else { continue }
            start = line
            found = line + 1
        }
        return found
    }

    /// Whether a line has `name =`, outside of a comment and of a longer name.
    private static func sets(_ name: String, in line: Substring) -> Bool {
        var rest = line.firstRange(of: "--").map { line[..<$0.lowerBound] } ?? line
        while let range = rest.firstRange(of: name) {
            let behind = rest[range.upperBound...].drop { $0 == " " || $0 == "\"" || $0 == "'" || $0 == "]" }
            let isWhole =
                range.lowerBound == line.startIndex || !isPartOfName(line[line.index(before: range.lowerBound)])
            if isWhole, behind.first == "=", behind.dropFirst().first != "=" { return true }
            rest = rest[range.upperBound...]
        }
        return false
    }

    private static func isPartOfName(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_" || character == "."
    }
}
