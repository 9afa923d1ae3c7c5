import CColumns
import Foundation
import TestSupport
import Testing

@testable import Candles
@testable import Indicators

/// Sums over windows: exact for whole ticks, without drift for all others.
struct ExactSumsTests {
    /// Prices of two decimals that move by random ticks.
    private func prices(_ count: Int, seed: UInt64) -> [Double] {
        var random = RandomStream(seed: seed)
        var ticks = 3_000_000
        return (0..<count).map { _ in
            ticks += Int(random.next() % 401) - 200
            return Double(ticks) / 100
        }
    }

    /// The first window is taken without sums, later ones from the sums that the series then keeps.
    @Test func aFamilyOfWindowsHasTheBitsOfEachAlone() {
        var values = prices(3000, seed: 1)
        values[1000] = .nan
        values[2000] = .infinity
        let family = Series(values, tick: Tick(decimals: 2))
        for period in [20, 1, 2, 3, 50, 199, 200, 999, 1000] {
            let alone = Series(values, tick: Tick(decimals: 2))
            let pairs = zip(family.simpleMovingAverage(period).array(), alone.simpleMovingAverage(period).array())
            #expect(pairs.allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }, "\(period)")
        }
    }

    /// Two means of whole ticks are equal exactly when they are as fractions, whatever their windows.
    @Test func meansTieWhereFractionsTie() {
        let values = prices(5000, seed: 2).map { (($0 * 2).rounded() / 2) }
        let series = Series(values, tick: Tick(decimals: 2))
        let ticks = values.map { Int(($0 * 100).rounded()) }
        var sums = [0]
        for tick in ticks { sums.append(sums[sums.count - 1] + tick) }
        var ties = 0
        for (fast, slow) in [(2, 3), (2, 4), (3, 7), (5, 10), (10, 30)] {
            let (fasts, slows) = (series.simpleMovingAverage(fast), series.simpleMovingAverage(slow))
            for index in (slow - 1)..<values.count {
                let left = (sums[index + 1] - sums[index + 1 - fast]) * slow
                let right = (sums[index + 1] - sums[index + 1 - slow]) * fast
                #expect((fasts[index] == slows[index]) == (left == right))
                #expect((fasts[index] < slows[index]) == (left < right))
                ties += left == right ? 1 : 0
            }
        }
        #expect(ties > 50)
    }

    /// Ten million numbers of no tick and of very unequal size; every 9,973rd window is checked against a sum in 38
    /// decimal digits.
    @Test func tenMillionCandlesDoNotDrift() throws {
        let (count, period) = (10_000_000, 50)
        var random = RandomStream(seed: 5)
        var values = [Double](repeating: 0, count: count)
        for index in 0..<count {
            let bits = random.next()
            values[index] = Double(bits >> 11) * 0x1p-53 * (bits % 1000 == 0 ? 1e9 : 1) + 0.1
        }
        var means = [Double](repeating: 0, count: count - period + 1)
        columns_exact_means(values, count, period, &means)
        var worst = 0.0
        for start in stride(from: 0, to: means.count, by: 9973) {
            let exact = values[start..<(start + period)].reduce(Decimal(0)) { $0 + Decimal($1) } / Decimal(period)
            let mean = NSDecimalNumber(decimal: exact).doubleValue
            worst = max(worst, (means[start] - mean).magnitude / mean)
        }
        #expect(worst < 1e-12, "\(worst)")
    }

    @Test func aMissingValueLeavesNoTraceBehindItsWindow() {
        var random = RandomStream(seed: 6)
        var values = (0..<600).map { _ in Double(random.next() % 1000) / 7 }
        let whole = Series(values).simpleMovingAverage(20)
        values[300] = .nan
        let broken = Series(values).simpleMovingAverage(20)
        for index in 0..<600 {
            if (300..<320).contains(index) {
                #expect(broken[index].isNaN)
            } else if index >= 19 {
                #expect(approximatelyEqual(broken[index], whole[index], relative: 1e-15))
            }
        }
    }

    /// Of whole ticks n * squares - sum^2 is exact; the root and the division round.
    @Test(arguments: [2, 3, 20, 300])
    func deviationsOfTicksAreThoseOfWholeNumbers(period: Int) {
        let values = prices(1500, seed: 8)
        let ticks = values.map { Int(($0 * 100).rounded()) }
        let deviations = Series(values, tick: Tick(decimals: 2)).standardDeviation(period)
        for index in (period - 1)..<values.count {
            let window = ticks[(index - period + 1)...index]
            let sum = window.reduce(0, +)
            let spread = period * window.reduce(0) { $0 + $1 * $1 } - sum * sum
            let expected = Double(spread).squareRoot() / Double(period) / 100
            #expect(approximatelyEqual(deviations[index], expected, relative: 1e-15))
        }
    }
}
