import Search

/// Parameters as one flat JSON object, names in order: `{"fast":10,"ratio":0.5}`.
///
/// A real always has a point or an exponent, in the fewest digits that read back the same; an integer has neither.
/// JSON has no word for numbers that are not finite: infinity is written `1e999`, NaN `null`.
struct ParameterWriter {
    private(set) var bytes: [UInt8] = []

    /// The bytes of one object, in place of those before; valid until the next call.
    mutating func write(_ parameters: Parameters) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(UInt8(ascii: "{"))
        for entry in parameters.entries {
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            append(quoted: entry.name)
            bytes.append(UInt8(ascii: ":"))
            append(entry.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func append(_ value: ParameterValue) {
        switch value {
        case .integer(let integer): bytes.append(contentsOf: integer.description.utf8)
        case .real(let real) where real.isFinite: bytes.append(contentsOf: real.description.utf8)
        case .real(let real): bytes.append(contentsOf: (real.isNaN ? "null" : real < 0 ? "-1e999" : "1e999").utf8)
        case .text(let text): append(quoted: text)
        case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        }
    }

    private mutating func append(quoted text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes.append(contentsOf: ("\\u00" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Parameters {
    /// The parameters as JSON.
    package var json: String {
        var writer = ParameterWriter()
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
