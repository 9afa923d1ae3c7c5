import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct ResamplingTests {
    @Test func candlesJoinIntoALongerOne() throws {
        let start: Int64 = 1_704_067_200_000
        let candles = CandleSeries(
            symbol: "A", timeframe: Timeframe(5, .minute),
            candles: [
                Candle(time: start, open: 10, high: 12, low: 9, close: 11, volume: 1),
                Candle(time: start + 300_000, open: 11, high: 15, low: 10, close: 14, volume: 2),
                Candle(time: start + 600_000, open: 14, high: 14, low: 8, close: 9, volume: 3),
            ])
        let joined = try candles.resampled(to: Timeframe(15, .minute))
        #expect(joined.count == 1)
        #expect(joined[0] == Candle(time: start, open: 10, high: 15, low: 8, close: 9, volume: 6))
    }

    @Test func partialCandlesAtTheEndsAreDroppedOrKept() throws {
        let candles = RandomCandles.series(count: 100).slice(5..<41)
        let hour = Timeframe(1, .hour)
        let (dropped, kept) = (try candles.resampled(to: hour), try candles.resampled(to: hour, partial: .keep))
        #expect(kept.count == 4 && dropped.count == 2)
        #expect(dropped.time.array() == Array(kept.time.array()[1..<3]))
        #expect(kept[0].open == candles[0].open && kept[3].close == candles[35].close)
        #expect(kept.volume.array().reduce(0, +) - candles.volume.array().reduce(0, +) < 1e-9)
    }

    @Test func aTimeframeThatDoesNotFitIsRefused() {
        let candles = RandomCandles.series(count: 10)
        let error = #expect(throws: CandleError.self) { try candles.resampled(to: Timeframe(7, .minute)) }
        #expect(
            error?.description
                == "candles of 5m cannot be joined to 7m, expected a timeframe that is a multiple of 5m")
    }

    @Test func joiningInTwoStepsIsJoiningInOne() throws {
        let candles = RandomCandles.series(count: 5000)
        let once = try candles.resampled(to: Timeframe(1, .day))
        let twice = try candles.resampled(to: Timeframe(30, .minute)).resampled(to: Timeframe(1, .day))
        #expect(once.time.array() == twice.time.array())
        #expect(once.high.array() == twice.high.array() && once.close.array() == twice.close.array())
    }

    /// The pairs that the README of the raw files states as exact.
    @Test(
        .enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"),
        arguments: [
            ("BTC_USDT-5m", "BTC_USDT-30m"), ("ETH_USDT-5m", "ETH_USDT-30m"), ("XRP_ETH-1m", "XRP_ETH-5m"),
        ])
    func realCandlesJoinAsTheirMakersJoinedThem(shorter: String, longer: String) throws {
        let folder = try #require(SharedFiles.folder).appending(path: "data/csv")
        let expected = try CandleImport.read(folder.appending(path: longer + ".csv")).candles
        let joined = try CandleImport.read(folder.appending(path: shorter + ".csv")).candles
            .resampled(to: expected.timeframe)
        let byTime = Dictionary(uniqueKeysWithValues: (0..<joined.count).map { (joined.time[$0], joined[$0]) })
        var compared = 0
        for index in 0..<expected.count {
            guard let candle = byTime[expected.time[index]] else { continue }
            let other = expected[index]
            let isEqual =
                candle.open == other.open && candle.high == other.high && candle.low == other.low
                && candle.close == other.close && approximatelyEqual(candle.volume, other.volume, relative: 1e-12)
            if !isEqual { Issue.record("\(candle) instead of \(other)") }
            compared += 1
        }
        #expect(compared >= expected.count - 1)
    }

    /// Daily candles stamped a day early, beside hourly ones with outages: whole days agree.
    @Test(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
    func hoursJoinIntoDaysOfAnotherMaker() throws {
        let folder = try #require(SharedFiles.folder).appending(path: "data/csv")
        let hours = try CandleImport.read(folder.appending(path: "BTC_USDT-1h.csv")).candles
        let days = try CandleImport.read(folder.appending(path: "BTC_USDT_SHIFTED-1d.csv")).candles
        let joined = try hours.resampled(to: Timeframe(1, .day))
        let byTime = Dictionary(uniqueKeysWithValues: (0..<joined.count).map { (joined.time[$0], joined[$0]) })
        let perDay = Dictionary(grouping: hours.time.array()) { $0 / 86_400_000 }
        var compared = 0
        for index in 0..<days.count {
            let time = days.time[index] + 86_400_000
            guard let candle = byTime[time], perDay[time / 86_400_000]?.count == 24 else { continue }
            let isEqual =
                candle.open == days.open[index] && candle.close == days.close[index]
                && candle.high == days.high[index] && candle.low == days.low[index]
            if !isEqual { Issue.record("\(candle) instead of \(days[index])") }
            compared += 1
        }
        #expect(compared > 1000)
    }
}
