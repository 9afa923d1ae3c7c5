/// What a file is that holds no candles in any format we read, as far as its first bytes tell.
enum ForeignContent {
    /// A sentence's end such as `is a web page`; nil where nothing speaks against text.
    static func name(of head: [UInt8]) -> String? {
        for (start, name) in beginnings where head.starts(with: start) { return name }
        let text = String(decoding: head.prefix(512), as: UTF8.self).lowercased()
        let words = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        if ["<!doctype", "<html", "<head", "<?xml", "<body"].contains(where: words.hasPrefix) {
            return "is a web page (HTML or XML)"
        }
        if words.first == "[" || words.first == "{" { return "is JSON" }
        if isBinary(head) { return "is binary" }
        return nil
    }

    /// Whether so many bytes are no text that this is none; a few in the lines of a table are faults of those lines.
    static func isBinary(_ head: [UInt8]) -> Bool {
        head.count { $0 < 32 && !JSONRowReader.isSpace($0) } * 16 > head.count
    }

    private static let beginnings: [([UInt8], String)] = [
        ([0x1F, 0x8B], "is compressed (gzip)"),
        (Array("PK\u{3}\u{4}".utf8), "is compressed (zip)"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "is compressed (xz)"),
        ([0x28, 0xB5, 0x2F, 0xFD], "is compressed (zstd)"),
        (Array("FEA1".utf8), "is a feather file of version 1"),
        (Array("PAR1".utf8), "is a parquet file"),
        (Array("SQLite format 3".utf8), "is a database"),
        (CandleFileHeader.magic, "is a candle file of this program"),
        ([0x89, 0x50, 0x4E, 0x47], "is a picture"),
        ([0xFF, 0xD8, 0xFF], "is a picture"),
        (Array("%PDF".utf8), "is a PDF"),
        ([0xD0, 0xCF, 0x11, 0xE0], "is a workbook of a spreadsheet"),
        ([0x7F, 0x45, 0x4C, 0x46], "is a program"),
    ]
}
