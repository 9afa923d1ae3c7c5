import Foundation
import Testing

@testable import Candles

@Suite struct DecimalNumberTests {
    @Test(
        arguments: [
            ("0", 0), ("5", 5), ("-5", -5), ("1.25", 1.25), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E-3", 0.001),
            ("00012.500", 12.5), ("0.00005330000000000001", 0.00005330000000000001),
            ("3.376583426306362", 3.376583426306362), ("123456789012345678901234567890", 0x1.8ee90ff6c373ep96),
            ("0.000000000000000000000000000000123", 1.23e-31), ("9007199254740993", 9_007_199_254_740_992),
            // Half way between two doubles but for the last digit: Clinger's and Gay's hard cases.
            ("9007199254740993.0000000000000000001", 9_007_199_254_740_994),
            ("2.2250738585072011e-308", .leastNormalMagnitude.nextDown),
            ("179769313486231570000000000000000000000000000000000e258", .greatestFiniteMagnitude),
            ("4.9e-324", .leastNonzeroMagnitude),
        ] as [(String, Double)])
    func isTheNearestDouble(text: String, number: Double) {
        #expect(DecimalNumber.parse(text) == number)
    }

    /// Texts that one library or another takes for numbers.
    @Test(arguments: [
        "", "-", ".", "e5", "1e", "1e+", "--1", "+1", " 1", "1 ", "1_000", "1,5", "0x10", "0x1p3", "nan", "NaN", "inf",
        "-inf", "infinity", "1\u{0}", "1e400", "-1e400", "١٢", "1f", "1d", "½", String(repeating: "1", count: 900),
    ])
    func isNoNumber(text: String) {
        #expect(DecimalNumber.parse(text) == nil)
    }

    @Test func writingAndReadingGivesTheSameNumberWithoutExponent() {
        var random = RandomStream(seed: 4)
        for _ in 0..<20_000 {
            let bits = random.next()
            let any = Double(bitPattern: bits)
            let numbers = [any, Double(bits % 10_000_000) / 100, Double(bits % 10_000_000) / 1e10, random.unit()]
            for number in numbers where number.isFinite && number.magnitude < 1e300 && number.magnitude > 1e-300 {
                let text = DecimalNumber.text(number)
                let isPlain = !text.contains("e") && !text.hasSuffix(".") && !text.hasSuffix(".0")
                if !isPlain || DecimalNumber.parse(text) != number { Issue.record("\(number) is written as \(text)") }
            }
        }
    }

    @Test(
        arguments: [
            (0.00001, "0.00001"), (1e-7, "0.0000001"), (1.5e-5, "0.000015"), (5, "5"), (12345.6, "12345.6"),
            (1e16, "10000000000000000"), (1.25e17, "125000000000000000"),
            (1.2345678901234567e20, "123456789012345670000"),
            (-0.00002, "-0.00002"), (0, "0"), (0.00005330000000000001, "0.00005330000000000001"),
        ] as [(Double, String)])
    func isWrittenInFull(number: Double, text: String) {
        #expect(DecimalNumber.text(number) == text)
    }
}
