/// The text of a file piece by piece, as the row reader wants it: a superset of ASCII, with decimal points.
struct TextPieces {
    private let source: SourceFile
    private let hasDecimalComma: Bool
    private let hasLoneReturns: Bool
    private var converter: TextEncoding.Converter?
    private var isAtStart = true

    init(_ source: SourceFile, encoding: TextEncoding, hasDecimalComma: Bool, hasLoneReturns: Bool) {
        self.source = source
        self.hasDecimalComma = hasDecimalComma
        self.hasLoneReturns = hasLoneReturns
        converter = encoding == .ascii ? nil : TextEncoding.Converter(encoding: encoding)
    }

    /// The next piece, which may be empty; nil at the end. Fails with `foreign` where that is inside a letter.
    mutating func next() throws(CandleError) -> Column<UInt8>? {
        guard let piece = try source.next() else {
            guard converter?.carried == nil else {
                throw .foreign(
                    file: source.name, what: "ends inside a letter of UTF-16: it is cut", expected: "a whole file")
            }
            return nil
        }
        let isFirst = isAtStart
        isAtStart = false
        guard converter != nil || hasDecimalComma || hasLoneReturns else {
            let mark = isFirst && piece.count > 2 && piece[0] == 0xEF && piece[1] == 0xBB && piece[2] == 0xBF
            return mark ? piece.slice(3..<piece.count) : piece
        }
        var bytes = converter?.convert(piece.span) ?? piece.array()
        if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if hasDecimalComma {
            for index in bytes.indices where bytes[index] == UInt8(ascii: ",") { bytes[index] = UInt8(ascii: ".") }
        }
        if hasLoneReturns { bytes = TextEncoding.withNewlines(bytes) }
        return Column(bytes, filler: 0)
    }

    /// All of the text that is left; fails with `foreign` beyond 1 GiB.
    mutating func whole() throws(CandleError) -> Column<UInt8> {
        var bytes: [UInt8] = []
        while let piece = try next() {
            guard bytes.count + piece.count <= SourceFile.longestWhole else {
                throw .foreign(
                    file: source.name, what: "has days and months in doubt and is longer than 1 GiB",
                    expected: "its order of them with --date-format")
            }
            bytes.append(contentsOf: piece.array())
        }
        return Column(bytes, filler: 0)
    }
}
