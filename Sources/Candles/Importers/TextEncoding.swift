/// How the bytes of a text file stand for letters: UTF-8 or another superset of ASCII, or UTF-16.
enum TextEncoding: Sendable {
    /// UTF-8, ASCII and the code pages of Windows: what matters is the same in all of them.
    case ascii
    case littleEndian
    case bigEndian

    /// Reads a byte-order mark, or sees that every other byte is zero.
    init(of head: [UInt8]) {
        let pairs = head.prefix(64).count / 2
        let evens = (0..<pairs).count { head[2 * $0] == 0 }
        let odds = (0..<pairs).count { head[2 * $0 + 1] == 0 }
        if head.starts(with: [0xFF, 0xFE]) {
            self = .littleEndian
        } else if head.starts(with: [0xFE, 0xFF]) {
            self = .bigEndian
        } else if pairs >= 4, evens == 0, odds * 10 >= pairs * 9 {
            self = .littleEndian
        } else if pairs >= 4, odds == 0, evens * 10 >= pairs * 9 {
            self = .bigEndian
        } else {
            self = .ascii
        }
    }

    /// For the report; nil for what needs no word.
    var name: String? { self == .ascii ? nil : "UTF-16" }

    /// The first bytes of a file as UTF-8, without a mark.
    func text(_ head: [UInt8]) -> [UInt8] {
        if self == .ascii { return head.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(head.dropFirst(3)) : head }
        var converter = Converter(encoding: self)
        return converter.convert(head.span)
    }

    /// Whether lines end in carriage returns alone, as far as the first bytes, as text, tell.
    static func hasLoneReturns(_ text: [UInt8]) -> Bool {
        text.contains(UInt8(ascii: "\r")) && !text.contains(UInt8(ascii: "\n"))
    }

    /// The text with a newline for every carriage return.
    static func withNewlines(_ text: [UInt8]) -> [UInt8] {
        text.map { $0 == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : $0 }
    }

    /// A name of a header; letters outside of UTF-8 are taken as those of Western Windows.
    static func name(_ bytes: some Collection<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}

extension TextEncoding {
    /// Turns UTF-16 that comes in pieces into UTF-8; letters beyond 16 bits become U+FFFD each half.
    struct Converter {
        let encoding: TextEncoding
        /// The first half of a letter whose second has not come.
        private(set) var carried: UInt8?
        private var isAtStart = true

        init(encoding: TextEncoding) { self.encoding = encoding }

        mutating func convert(_ bytes: Span<UInt8>) -> [UInt8] {
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count / 2 + 1)
            for index in bytes.indices {
                guard let first = carried else {
                    carried = bytes[index]
                    continue
                }
                carried = nil
                let (low, high) = encoding == .littleEndian ? (first, bytes[index]) : (bytes[index], first)
                append(UInt16(high) << 8 | UInt16(low), to: &text)
            }
            return text
        }

        private mutating func append(_ unit: UInt16, to text: inout [UInt8]) {
            defer { isAtStart = false }
            if unit < 0x80 { return text.append(UInt8(unit)) }
            if isAtStart && unit == 0xFEFF { return }
            text.append(contentsOf: UTF8.encode(Unicode.Scalar(unit) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
        }
    }
}
