import Candles
import TestSupport
import Testing

struct ClosedCandlesTests {
    private static let minute: Int64 = 60_000

    /// Candles of 5m that start so many minutes after a full hour.
    private func candles(_ minutes: [Int64]) -> CandleSeries {
        CandleSeries(
            symbol: "TEST", timeframe: Timeframe(5, .minute),
            candles: minutes.map { start in
                let price = Double(start) + 1
                return Candle(
                    time: start * Self.minute, open: price, high: price, low: price, close: price, volume: 1)
            })
    }

    @Test func aLongerCandleIsKnownFromTheCloseOfItsLastShorterOne() throws {
        let closed = try ClosedCandles(of: candles((0..<24).map { $0 * 5 }), in: Timeframe(1, .hour))
        #expect(closed.candles.close.array() == [56, 116])
        let seen = closed.aligned(closed.candles.close).array()
        #expect(seen[..<11].filter { !$0.isNaN }.isEmpty)
        #expect(seen[11...] == [Double](repeating: 56, count: 12)[...] + [116])
        let mask = closed.aligned(Mask([true, false]))
        #expect(mask.array().indices.filter { mask[$0] } == Array(11..<23))
    }

    /// The hour from 0 ends with the candle of 45, but nobody knows that before the next one has closed.
    @Test func aLongerCandleThatLacksItsLastShorterOneIsKnownWithTheNext() throws {
        let closed = try ClosedCandles(of: candles([0, 15, 45, 65, 70, 130]), in: Timeframe(1, .hour))
        #expect(closed.candles.close.array() == [46, 71])
        let seen = closed.aligned(closed.candles.close).array()
        #expect(seen[..<3].filter { !$0.isNaN }.isEmpty)
        #expect(seen[3...] == [46, 46, 71])
    }

    @Test func thePartialOnesAtBothEndsAreLeftOut() throws {
        let closed = try ClosedCandles(of: candles((5..<30).map { $0 * 5 }), in: Timeframe(1, .hour))
        #expect(closed.candles.time.array() == [60 * Self.minute])
        let none = try ClosedCandles(of: candles([5, 10]), in: Timeframe(1, .hour))
        #expect(none.candles.count == 0)
    }

    /// What is seen at a candle is the same whatever comes after it.
    @Test func nothingIsSeenAhead() throws {
        let all = RandomCandles.series(count: 700, seed: 9)
        for longer in ["15m", "1h", "4h", "1d"].compactMap({ Timeframe($0) }) where all.timeframe.divides(longer) {
            let whole = try ClosedCandles(of: all, in: longer)
            let seen = whole.aligned(whole.candles.close).array()
            for count in [1, 2, 12, 13, 59, 288, 289, 431, 600] {
                let part = try ClosedCandles(of: all.slice(0..<count), in: longer)
                let known = part.aligned(part.candles.close).array()
                #expect(known.map(\.bitPattern) == seen[..<count].map(\.bitPattern), "\(longer), \(count) candles")
            }
        }
    }

    @Test func theWarmUpIsWhatStartsBeforeTheFirstTradedCandle() throws {
        let shorter = candles((0..<36).map { $0 * 5 })
        let closed = try ClosedCandles(of: shorter.slice(0..<36, warmup: 13), in: Timeframe(1, .hour))
        #expect(closed.candles.warmup == 2)
        let cold = try ClosedCandles(of: shorter, in: Timeframe(1, .hour))
        #expect(cold.candles.warmup == 0)
    }
}
