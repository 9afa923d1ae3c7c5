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

    /// A column that shows a longer candle from its open on: what a leak is.
    private func alignedFromTheOpen(_ closed: ClosedCandles, _ shorter: CandleSeries) -> [Double] {
        (0..<shorter.count).map { index in
            let newest = (0..<closed.candles.count).last { closed.candles.time[$0] <= shorter.time[index] }
            return newest.map { closed.candles.close[$0] } ?? .nan
        }
    }

    /// The property of `nothingIsSeenAhead` fails where something is.
    @Test func aPlantedLeakIsFound() throws {
        let all = RandomCandles.series(count: 700, seed: 9)
        let hour = Timeframe(1, .hour)
        let leaking = alignedFromTheOpen(try ClosedCandles(of: all, in: hour), all)
        let leaks = try (100..<200).filter { count in
            let part = all.slice(0..<count)
            let known = alignedFromTheOpen(try ClosedCandles(of: part, in: hour), part)
            return known.map(\.bitPattern) != leaking[..<count].map(\.bitPattern)
        }
        // All but those that end with an hour.
        #expect(leaks == (100..<200).filter { $0 % 12 != 0 })
    }

    /// Stocks have no candle on Saturday: the week is known with Monday's close, when it is over.
    @Test func aWeekOfStocksIsKnownWithTheNextCandle() throws {
        let monday: Int64 = 1_704_067_200_000
        let days = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14].map { monday + $0 * 86_400_000 }
        let candles = CandleSeries(
            symbol: "STOCK", timeframe: Timeframe(1, .day),
            candles: days.enumerated().map { index, time in
                Candle(time: time, open: 1, high: 99, low: 1, close: Double(index), volume: 1)
            })
        let week = try ClosedCandles(of: candles, in: Timeframe(1, .week))
        #expect(week.candles.close.array() == [4, 9])
        #expect(week.known.array() == [5, 10])
        // January is not over.
        #expect(try ClosedCandles(of: candles, in: Timeframe(1, .month)).candles.count == 0)
    }

    @Test func aMonthIsKnownFromTheCloseOfItsLastDay() throws {
        let days = RandomCandles.series(count: 100, seed: 2, timeframe: Timeframe(1, .day))
        let months = try ClosedCandles(of: days, in: Timeframe(1, .month))
        // January to March 2024: 31, 29 and 31 days.
        #expect(months.known.array() == [30, 59, 90])
        #expect(months.shorterCandles(lacking: 0) == 60)
    }

    @Test func theWarmUpIsWhatStartsBeforeTheFirstTradedCandle() throws {
        let shorter = candles((0..<36).map { $0 * 5 })
        let closed = try ClosedCandles(of: shorter.slice(0..<36, warmup: 13), in: Timeframe(1, .hour))
        #expect(closed.candles.warmup == 2)
        let cold = try ClosedCandles(of: shorter, in: Timeframe(1, .hour))
        #expect(cold.candles.warmup == 0)
    }
}
