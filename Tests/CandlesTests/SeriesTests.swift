import Foundation
import Testing

@testable import Candles

@Suite struct SeriesTests {
    private let left = Series([1, 2, -3, .nan, 5.5, 0])
    private let right = Series([4, -2, 2, 1, 0, -1])

    private func expect(_ series: Series, _ values: [Double], _ place: SourceLocation = #_sourceLocation) {
        #expect(series.count == values.count, sourceLocation: place)
        for (value, other) in zip(series.array(), values) {
            #expect(value == other || value.isNaN && other.isNaN, sourceLocation: place)
        }
    }

    @Test func arithmeticGoesCandleByCandle() {
        expect(left + right, [5, 0, -1, .nan, 5.5, -1])
        expect(left - right, [-3, 4, -5, .nan, 5.5, 1])
        expect(left * right, [4, -4, -6, .nan, 0, 0])
        expect(left / right, [0.25, -1, -1.5, .nan, .infinity, 0])
        expect(-left, [-1, -2, 3, .nan, -5.5, 0])
        expect(left + 1, [2, 3, -2, .nan, 6.5, 1])
        expect(10 - left, [9, 8, 13, .nan, 4.5, 10])
        expect(2 * left, left.array().map { 2 * $0 })
        expect(1 / right, [0.25, -0.5, 0.5, 1, .infinity, -1])
        expect(Series.power(left, 2), [1, 4, 9, .nan, 30.25, 0])
        expect(Series.power(2, right), [16, 0.25, 4, 2, 1, 0.5])
    }

    /// `print(7 % 3, -7 % 3, 7 % -3, -7 % -3, 5.5 % 2, -1 % math.huge, 1 % -math.huge, 6 % -3)` of Lua 5.4.
    @Test func theRemainderHasTheSignOfTheDivisorAsInLua() {
        let values = Series([7, -7, 7, -7, 5.5, -1, 1, 6])
        let divisors = Series([3, 3, -3, -3, 2, .infinity, -.infinity, -3])
        expect(values % divisors, [1, 2, -2, -1, 1.5, .infinity, -.infinity, 0])
        expect(Series([5, -5]) % 3, [2, 1])
        expect(5 % Series([3, -3]), [2, -1])
    }

    @Test func agoLooksBackAndNeverAhead() {
        expect(left.ago(0), left.array())
        expect(left.ago(2), [.nan, .nan, 1, 2, -3, .nan])
        expect(left.ago(6), [Double](repeating: .nan, count: 6))
        expect(left.ago(100), [Double](repeating: .nan, count: 6))
    }

    @Test func aSliceSharesItsMemoryAndHasItsOwnIdentity() {
        let series = Series([1, 2, 3, 4], tick: Tick(decimals: 0))
        let slice = series.slice(1..<3)
        expect(slice, [2, 3])
        #expect(slice.identity != series.identity && slice.tick == series.tick)
    }

    @Test(
        arguments: [
            (["1", "2"], 0, 0), (["1.5", "2"], 1, 0), (["0.00010756000000000001", "0.00010756"], 8, 1),
            (["0.1", "0.25", "100"], 2, 0), (["3.376583426306362"], nil, 0), (["0.0000000001"], 10, 0),
            (["0.00000000001"], nil, 0),
        ] as [([String], Int?, Int)])
    func theTickIsFoundInThePrices(prices: [String], decimals: Int?, beside: Int) {
        let prices = prices.compactMap { DecimalNumber.parse($0) }
        let found = TickInPrices([Column(prices, filler: 0)])
        #expect(found.tick?.decimals == decimals && found.beside == beside)
    }
}

@Suite struct MaskTests {
    /// Numbers among which many are equal and some are no numbers.
    private func numbers(_ count: Int, seed: UInt64) -> [Double] {
        var random = RandomStream(seed: seed)
        return (0..<count).map { _ in
            let bits = random.next()
            return bits % 17 == 0 ? .nan : bits % 19 == 0 ? .infinity : Double(bits % 5) - 2
        }
    }

    @Test(arguments: [0, 1, 63, 64, 65, 200])
    func aSliceSaysWhatTheMaskSaysThere(count: Int) {
        let flags = numbers(count, seed: 3).map { $0 > 0 }
        let mask = Mask(flags)
        for start in 0...count {
            for end in start...count {
                if mask.slice(start..<end).array() != Array(flags[start..<end]) { Issue.record("\(start) to \(end)") }
            }
        }
    }

    @Test(arguments: [0, 1, 2, 15, 16, 17, 63, 64, 65, 127, 128, 129, 1000, 4096])
    func comparingInVectorsIsComparingOneByOne(count: Int) {
        let (a, b) = (numbers(count, seed: 1), numbers(count, seed: 2))
        let (left, right) = (Series(a), Series(b))
        #expect(Mask.above(left, right).array() == zip(a, b).map { $0 > $1 })
        #expect(Mask.atLeast(left, right).array() == zip(a, b).map { $0 >= $1 })
        #expect(Mask.below(left, right).array() == zip(a, b).map { $0 < $1 })
        #expect(Mask.atMost(left, right).array() == zip(a, b).map { $0 <= $1 })
        #expect(Mask.above(left, 1).array() == a.map { $0 > 1 })
        #expect(Mask.atLeast(left, 1).array() == a.map { $0 >= 1 })
        #expect(Mask.below(left, 1).array() == a.map { $0 < 1 })
        #expect(Mask.atMost(left, 1).array() == a.map { $0 <= 1 })
        let crossings = a.indices.map { $0 > 0 && a[$0] > b[$0] && a[$0 - 1] <= b[$0 - 1] }
        #expect(Mask.crossover(left, right).array() == crossings)
        let falls = a.indices.map { $0 > 0 && a[$0] < b[$0] && a[$0 - 1] >= b[$0 - 1] }
        #expect(Mask.crossunder(left, right).array() == falls)
    }

    @Test(arguments: [0, 1, 63, 64, 65, 200])
    func combiningGoesCandleByCandle(count: Int) {
        let a = numbers(count, seed: 3).map { $0 > 0 }
        let b = numbers(count, seed: 4).map { $0 > 0 }
        #expect((Mask(a) & Mask(b)).array() == zip(a, b).map { $0 && $1 })
        #expect((Mask(a) | Mask(b)).array() == zip(a, b).map { $0 || $1 })
        #expect((~Mask(a)).array() == a.map { !$0 })
        #expect((~Mask(a)).trueCount == a.count { !$0 })
        #expect(Mask(repeating: true, count: count).trueCount == count)
        #expect((0..<count).allSatisfy { Mask(a).first(from: $0) == a[$0...].firstIndex(of: true) })
        #expect(Mask(a).first(from: count) == nil)
    }

    @Test func wordsHaveNoBitsBeyondTheEnd() {
        let series = Series([Double](repeating: 1, count: 70))
        for mask in [Mask.above(series, 0), Mask.atLeast(series, series), ~Mask.below(series, 0)] {
            #expect(mask.words[1] == 0b111111)
        }
    }
}
