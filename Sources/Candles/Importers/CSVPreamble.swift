/// What stands before the table: blank lines, the address a file was loaded from, notes, and Excel's `sep=`.
struct CSVPreamble {
    /// Where the first line of the table starts, and its number.
    private(set) var start = 0
    private(set) var line = 1
    /// The separator that a line `sep=;` names.
    private(set) var separator: UInt8?

    init(_ head: [UInt8]) {
        while start < head.count {
            let bytes = head[start...].prefix { $0 != UInt8(ascii: "\n") }
            let text = bytes.prefix(16).filter { !JSONRowReader.isSpace($0) && $0 != UInt8(ascii: "\"") }
            let word = String(decoding: text, as: UTF8.self).lowercased()
            if word.hasPrefix("sep=") {
                separator = text.dropFirst(4).first ?? bytes.first { CSVLayout.separators.contains($0) }
            } else if !word.isEmpty && !["http://", "https://", "#", "//"].contains(where: word.hasPrefix) {
                return
            }
            guard bytes.endIndex < head.count else {
                // A lone line stays, to be named as what it is.
                if word.isEmpty { start = head.count }
                return
            }
            start = bytes.endIndex + 1
            line += 1
        }
    }
}
