import Foundation

/// The lines typed before, kept in a file that only its owner can read.
///
/// One entry a line; a newline within one is written `\n`, a backslash `\\`. Each entry is added to the file as it is
/// typed, so nothing is lost in a crash and two programs at once lose nothing of each other. A file that cannot be read or
/// written is no error: the entries then last as long as the program.
struct LineHistory {
    /// Entries that are kept.
    static let size = 1000

    /// The oldest first.
    private(set) var entries: [String] = []
    private let file: URL?

    init(file: URL?) {
        self.file = file
        guard let file, let data = try? Data(contentsOf: file) else { return }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
        entries = lines.suffix(Self.size).map { Self.decode($0) }
        // Rewritten seldom: only when it has grown to twice what is kept.
        if lines.count > 2 * Self.size { write(entries.map { Self.encode($0) + "\n" }.joined(), replacing: true) }
    }

    /// Adds an entry, unless it is blank or the same as the one before.
    mutating func add(_ entry: String) -> Bool {
        guard entry != entries.last, !entry.allSatisfy(\.isWhitespace) else { return false }
        entries.append(entry)
        write(Self.encode(entry) + "\n", replacing: false)
        return true
    }

    private func write(_ text: String, replacing: Bool) {
        guard let file else { return }
        let manager = FileManager.default
        if replacing || !manager.fileExists(atPath: file.path) {
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            _ = manager.createFile(atPath: file.path, contents: nil, attributes: attributes)
        }
        guard let handle = try? FileHandle(forWritingTo: file) else { return }
        defer { try? handle.close() }
        _ = try? handle.seekToEnd()
        try? handle.write(contentsOf: Data(text.utf8))
    }

    static func encode(_ entry: String) -> String {
        entry.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
    }

    static func decode(_ line: some StringProtocol) -> String {
        var out = ""
        var isEscaped = false
        for character in line {
            if isEscaped {
                out.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                out.append(character)
            }
        }
        return out
    }
}
