import Foundation

/// Decimal numbers in text, by a grammar of our own: `-`, digits, `.` and digits, `e` and a whole number.
///
/// The nearest double, always. No `nan`, `inf`, `0x`, `+`, `_`, spaces, and no zero byte pass, which the libraries let
/// through in one place or another; `1e400` comes out as infinity, to be refused where it stands.
enum DecimalNumber {
    /// What stands where no number could be read.
    static let none = Double.nan

    /// Powers of ten that a double holds exactly.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
    private static let longest = 800

    /// Reads the number at `position` and moves behind it; NaN where there is none.
    ///
    /// The bytes must end in one that is no digit, such as a line break: no other end is looked for.
    @inline(__always)
    static func read(_ bytes: borrowing Span<UInt8>, at position: inout Int) -> Double {
        let start = position
        let isNegative = unsafe bytes[unchecked: position] == UInt8(ascii: "-")
        if isNegative { position &+= 1 }
        var digits = position
        var mantissa = readDigits(bytes, at: &position, onto: 0)
        digits = position &- digits
        var power = 0
        if unsafe bytes[unchecked: position] == UInt8(ascii: ".") {
            position &+= 1
            let point = position
            mantissa = readDigits(bytes, at: &position, onto: mantissa)
            power = point &- position
            digits &-= power
        }
        if digits == 0 { return none }
        // With an exponent, more than 19 digits (mostly leading zeros) or a mantissa beyond 2^53: the slow way.
        if unsafe bytes[unchecked: position] | 32 == UInt8(ascii: "e") || digits > 19 || power < -22
            || mantissa > 1 << 53
        {
            return readSlowly(bytes, from: start, to: &position)
        }
        // Both numbers are exact, so one division rounds once: Clinger, How to read floating point numbers, 1990.
        let magnitude = Double(Int64(truncatingIfNeeded: mantissa)) / powers[0 &- power]
        return isNegative ? -magnitude : magnitude
    }

    /// Puts the digits at `position` behind those of `number`; wraps beyond 19, which the caller counts.
    @inline(__always)
    static func readDigits(
        _ bytes: borrowing Span<UInt8>, at position: inout Int, onto number: UInt64
    ) -> UInt64 {
        var number = number
        while true {
            let digit = unsafe bytes[unchecked: position] &- UInt8(ascii: "0")
            if digit > 9 { return number }
            number = number &* 10 &+ UInt64(digit)
            position &+= 1
        }
    }

    /// The same by the C library's `strtod`, which rounds rightly, on a copy that holds nothing but a checked number.
    @inline(never)
    private static func readSlowly(
        _ bytes: borrowing Span<UInt8>, from start: Int, to position: inout Int
    ) -> Double {
        if bytes[position] | 32 == UInt8(ascii: "e") {
            var end = position + 1
            if bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
            let exponent = end
            _ = readDigits(bytes, at: &end, onto: 0)
            guard end > exponent else { return none }
            position = end
        }
        guard position - start <= longest else { return none }
        var text = (start..<position).map { CChar(truncatingIfNeeded: bytes[$0]) }
        text.append(0)
        return unsafe strtod(text, nil)
    }
}

extension DecimalNumber {
    /// The number that is all of `text`; nil where it is none or not finite.
    static func parse(_ text: some StringProtocol) -> Double? {
        let bytes = Array(text.utf8) + [UInt8(ascii: "\n")]
        var position = 0
        let number = read(bytes.span, at: &position)
        return position == bytes.count - 1 && number.isFinite ? number : nil
    }

    /// The shortest decimal that reads back as the same number, never with an exponent: 0.00001, 5, 12345.6.
    static func text(_ number: Double) -> String {
        let text = "\(number)"
        guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...]) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        let sign = text.hasPrefix("-") ? "-" : ""
        let digits = text[..<mark].filter(\.isNumber)
        let point = text[..<mark].drop { $0 == "-" }.prefix { $0 != "." }.count + exponent
        let plain =
            point <= 0
            ? "0." + String(repeating: "0", count: -point) + digits
            : digits.count <= point
                ? digits + String(repeating: "0", count: point - digits.count)
                : digits.prefix(point) + "." + digits.dropFirst(point)
        // Swift writes 1.0e-05: the zero after the point is no digit of the number.
        let trimmed = plain.contains(".") ? String(plain.reversed().drop { $0 == "0" }.reversed()) : String(plain)
        return sign + (trimmed.hasSuffix(".") ? String(trimmed.dropLast()) : trimmed)
    }
}
