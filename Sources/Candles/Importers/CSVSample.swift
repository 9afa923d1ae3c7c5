/// The fields of the first lines of a table, without the spaces around them.
struct CSVSample {
    let rows: [[Substring]]
    /// Whether numbers have commas where others have points.
    let hasDecimalComma: Bool

    private static let comma = UInt8(ascii: ",")

    /// The last line of what is not all of the file is left out where there are others: it may be cut.
    init(_ bytes: ArraySlice<UInt8>, _ separator: UInt8, isWhole: Bool) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
        let rows = lines.prefix(isWhole ? lines.count : max(1, lines.count - 1)).map { line in
            line.split(separator: separator, omittingEmptySubsequences: false).map(Self.trimmed)
        }
        let fields = rows.joined()
        let hasCommas = separator != Self.comma && fields.contains { Self.withPoint($0) != nil }
        let hasPoints = fields.contains { $0.contains(".") && DecimalNumber.parse($0) != nil }
        hasDecimalComma = hasCommas && !hasPoints
        self.rows = hasDecimalComma ? rows.map { $0.map { Self.withPoint($0) ?? $0 } } : rows
    }

    func number(_ field: Substring) -> Double? { DecimalNumber.parse(field) }

    /// The lines below a header of so many, as far as they have anything in them.
    func data(from line: Int) -> [[Substring]] {
        rows.dropFirst(line).filter { $0.count > 1 }
    }

    private static func trimmed(_ field: ArraySlice<UInt8>) -> Substring {
        func isEdge(_ byte: UInt8) -> Bool { JSONRowReader.isSpace(byte) || byte == UInt8(ascii: "\"") }
        var field = field.drop(while: isEdge)
        while let last = field.last, isEdge(last) { field.removeLast() }
        return Substring(decoding: field, as: UTF8.self)
    }

    /// A number with a decimal comma as one with a point; nil for anything else.
    private static func withPoint(_ field: Substring) -> Substring? {
        let parts = field.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
        let text = parts[0] + "." + parts[1]
        return DecimalNumber.parse(text) == nil ? nil : Substring(text)
    }
}
