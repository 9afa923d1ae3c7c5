import Candles
import Testing

@testable import Console

struct NumberTextTests {
    @Test func countsAreInGroupsOfThree() {
        #expect(
            [0, 999, 1000, 10_000, -1_234_567, .min].map { CountText.text($0) }
                == ["0", "999", "1,000", "10,000", "-1,234,567", "-9,223,372,036,854,775,808"])
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (10, "10"), (0.00012, "0.00012"), (65432.15, "65432.15"), (0.1 + 0.2, "0.3"),
        (1.0 / 3, "0.33333333"), (-2.5, "-2.5"), (1e-7, "1e-07"), (1e22, "1e+22"), (123_456_789.5, "123456790"),
        (.infinity, "∞"), (.nan, "–"), (99_999_999.9, "100000000"),
    ])
    func plainNumbersAreShownToEightDigits(value: Double, text: String) {
        #expect(NumberText.plain(value) == text)
    }

    @Test(arguments: [
        (1.005, 2, "1.01"), (0.285, 2, "0.29"), (2.5, 0, "3"), (-0.004, 2, "0.00"), (999.995, 2, "1,000.00"),
        (1e21, 0, "1,000,000,000,000,000,000,000"), (0.05, 1, "0.1"), (0.5, 0, "1"), (0.4, 0, "0"),
        (1e-307, 3, "0.000"),
        (1234.5, 3, "1,234.500"), (-1234.5, 1, "-1,234.5"),
    ])
    func decimalsAreRoundedAsOnPaper(value: Double, decimals: Int, text: String) {
        #expect(NumberText.fixed(value, decimals: decimals, groups: true) == text)
    }

    @Test func meaningDecidesTheForm() {
        #expect(NumberText.fraction(0.1234) == "12.34 %")
        #expect(NumberText.money(10_000) == "10,000.00")
        #expect([1.83157, 0.0312, 215.409, 0.2].map(NumberText.ratio) == ["1.832", "0.0312", "215.41", "0.200"])
    }

    @Test func allDoublesOfManySizesReadBackWhenDigitsSuffice() {
        for exponent in -5...14 {
            for mantissa in [1.0, 1.25, 3.5, 7.125, 9.999] {
                let value = Double("\(mantissa)e\(exponent)") ?? .nan
                #expect(Double(NumberText.plain(value)) == value, "\(value)")
            }
        }
    }
}
