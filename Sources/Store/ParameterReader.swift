import Search

extension Parameters {
    /// Reads what `ParameterWriter` wrote; nil for anything else than a flat object.
    init?(json: String) {
        var reader = ParameterReader(json)
        guard let values = reader.object() else { return nil }
        self.init(values)
    }
}

/// Reads a flat JSON object, telling integers from reals as their writer did.
private struct ParameterReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = [UInt8](text.utf8) }

    mutating func object() -> [String: ParameterValue]? {
        guard take("{") else { return nil }
        var values: [String: ParameterValue] = [:]
        if take("}") { return isAtEnd ? values : nil }
        repeat {
            guard let name = string(), take(":"), let value = value() else { return nil }
            values[name] = value
        } while take(",")
        return take("}") && isAtEnd ? values : nil
    }

    private mutating func value() -> ParameterValue? {
        skipSpace()
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { return string().map { .text($0) } }
        let start = position
        var isReal = false
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isReal = true
            case UInt8(ascii: "a")...UInt8(ascii: "z"): break
            default: return Self.value(of: bytes[start..<position], isReal: isReal)
            }
            position += 1
        }
        return nil
    }

    private static func value(of word: ArraySlice<UInt8>, isReal: Bool) -> ParameterValue? {
        let text = String(decoding: word, as: UTF8.self)
        switch word.first {
        case nil: return nil
        case UInt8(ascii: "t"): return text == "true" ? .boolean(true) : nil
        case UInt8(ascii: "f"): return text == "false" ? .boolean(false) : nil
        case UInt8(ascii: "n"): return text == "null" ? .real(.nan) : nil
        default: return isReal ? Double(text).map { .real($0) } : Int(text).map { .integer($0) }
        }
    }

    private mutating func string() -> String? {
        guard take("\"") else { return nil }
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            // Most strings have no escape: their bytes are taken as they are.
            if bytes[position] == UInt8(ascii: "\\") { return escapedString(from: start) }
            position += 1
        }
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func escapedString(from start: Int) -> String? {
        var units = [UInt16](String(decoding: bytes[start..<position], as: UTF8.self).utf16)
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF16.self) }
            if byte == UInt8(ascii: "\\") {
                guard let unit = escape() else { return nil }
                units.append(unit)
            } else {
                let first = position - 1
                while position < bytes.count, bytes[position] & 0xc0 == 0x80 { position += 1 }
                units.append(contentsOf: String(decoding: bytes[first..<position], as: UTF8.self).utf16)
            }
        }
        return nil
    }

    private mutating func escape() -> UInt16? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        switch bytes[position] {
        case UInt8(ascii: "n"): return 0x0a
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "r"): return 0x0d
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0c
        case UInt8(ascii: "u"):
            guard position + 4 < bytes.count else { return nil }
            let digits = bytes[(position + 1)...(position + 4)]
            position += 4
            return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
        case let byte: return UInt16(byte)
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0d, 0x0a].contains(bytes[position]) { position += 1 }
    }

    private var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return position == bytes.count
        }
    }
}
