import Candles
import Foundation
import Indicators
import TestSupport
import Testing

struct RollingTests {
    /// Numbers of no common tick, of very unequal size.
    private let rough = (0..<5000).map { index -> Double in
        let angle = Double(index) * 0.7351
        return sin(angle) * (index % 100 == 50 ? 1e9 : 1) + 3
    }

    @Test(arguments: [1, 2, 7, 100]) func meansDoNotDrift(_ period: Int) {
        let means = Series(rough).simpleMovingAverage(period)
        for index in stride(from: period - 1, to: rough.count, by: 37) {
            // Exact to 30 digits, and rounded once.
            let window = rough[(index - period + 1)...index].map { Decimal($0) }
            let exact = NSDecimalNumber(decimal: window.reduce(0, +) / Decimal(period)).doubleValue
            #expect(approximatelyEqual(means[index], exact, relative: 1e-13), "\(index)")
        }
    }

    @Test(arguments: [2, 5, 33]) func deviationsAgreeWithTwoPasses(_ period: Int) {
        let deviations = Series(rough).standardDeviation(period)
        for index in (period - 1)..<rough.count {
            let window = rough[(index - period + 1)...index]
            let mean = window.reduce(0, +) / Double(period)
            let variance = window.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(period)
            #expect(approximatelyEqual(deviations[index], variance.squareRoot(), relative: 1e-7), "\(index)")
        }
    }

    @Test(arguments: [0.1, 1.0 / 3, 1e9 + 0.3]) func whatStandsStillHasItselfAsMeanAndNoDeviation(_ value: Double) {
        let still = Series([1, 17.3, 0.25] + [Double](repeating: value, count: 400))
        for period in [1, 3, 10, 49] {
            #expect(still.simpleMovingAverage(period).array().dropFirst(2 + period).allSatisfy { $0 == value })
        }
        for period in [2, 3, 49] {
            #expect(still.standardDeviation(period).array().dropFirst(2 + period).allSatisfy { $0 == 0 })
        }
    }

    @Test func extremesAreThoseOfTheWindow() {
        let series = Series(rough)
        for period in [1, 2, 3, 64, 99] {
            let highest = IndicatorCatalog.indicator(named: "highest")?([series], [Double(period)]).numbers[0]
            for index in (period - 1)..<rough.count {
                #expect(highest?[index] == rough[(index - period + 1)...index].max())
            }
        }
    }

    /// Averages of prices in whole ticks that tie as decimal numbers are equal: so no crossing there.
    @Test(.enabled(if: SharedFiles.arePresent, "needs the folder shared beside the checkout"))
    func averagesThatTieDoNotCross() throws {
        let file = try #require(SharedFiles.folder).appending(path: "golden/crossings/candles_ties.csv")
        let close = try NumberTable(file).series(["close"])[0]
        let ticks = close.array().map { Int(($0 * 100).rounded()) }
        for (fast, slow) in [(5, 10), (5, 60), (10, 50), (12, 26), (20, 200), (50, 240), (60, 300), (100, 500)] {
            let mask = Mask.crossover(close.simpleMovingAverage(fast), close.simpleMovingAverage(slow))
            let sign = (slow - 1..<ticks.count).map { index -> Int in
                let fastSum = ticks[(index - fast + 1)...index].reduce(0, +)
                let slowSum = ticks[(index - slow + 1)...index].reduce(0, +)
                return (fastSum * slow - slowSum * fast).signum()
            }
            let crossings = sign.indices.dropFirst().filter { sign[$0] > 0 && sign[$0 - 1] <= 0 }.map { $0 + slow - 1 }
            #expect(crossings == mask.array().indices.filter { mask[$0] }, "\(fast) \(slow)")
        }
    }
}
