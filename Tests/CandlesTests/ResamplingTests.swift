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

    @Test func partialCandlesAtTheEndsAreDroppedOrMarked() throws {
        let candles = RandomCandles.series(count: 100).slice(5..<41)
        let hour = Timeframe(1, .hour)
        let dropped = try JoinedCandles(candles, to: hour)
        let marked = try JoinedCandles(candles, to: hour, partial: .mark)
        let kept = marked.candles
        #expect(kept.count == 4 && dropped.candles.count == 2)
        #expect(dropped.candles.time.array() == Array(kept.time.array()[1..<3]))
        #expect(kept[0].open == candles[0].open && kept[3].close == candles[35].close)
        #expect(approximatelyEqual(kept.volume.array().reduce(0, +), candles.volume.array().reduce(0, +)))
        #expect(marked.partialFirst == kept.time[0] && marked.partialLast == kept.time[3])
        #expect(
            marked.lines == [
                "the first candle, of 2024-01-01, is partial: its source starts later",
                "the last candle, of 2024-01-01 03:00, is partial: its source ends earlier",
            ])
        #expect(dropped.lines[0] == "the first candle, of 2024-01-01, was dropped: its source starts later")
        let whole = try JoinedCandles(RandomCandles.series(count: 36), to: hour, partial: .mark)
        #expect(whole.candles.count == 3 && whole.lines.isEmpty)
    }

    @Test func aSourceWithinOneCandleIsPartialAtBothEnds() throws {
        let candles = RandomCandles.series(count: 12).slice(2..<9)
        #expect(try JoinedCandles(candles, to: Timeframe(1, .hour)).candles.count == 0)
        let marked = try JoinedCandles(candles, to: Timeframe(1, .hour), partial: .mark)
        #expect(marked.candles.count == 1 && marked.partialFirst == marked.partialLast)
    }

    private static let offsets: [(from: String, to: String, offset: Int64, first: String)] = [
        ("1h", "1d", 79_200_000, "2024-01-01 22:00"), ("1h", "1d", -7_200_000, "2024-01-01 22:00"),
        ("1h", "1d", 0, "2024-01-01"), ("30m", "4h", 1_800_000, "2024-01-01 00:30"),
        ("1d", "1w", 0, "2024-01-01"), ("1d", "1w", -86_400_000, "2024-01-07"), ("1d", "1M", 0, "2024-01-01"),
        ("4h", "1w", 72_000_000, "2024-01-01 20:00"), ("1d", "1M", 86_400_000, "2024-01-02"),
        ("1s", "1m", 30_000, "2024-01-01 00:00:30"),
    ]

    /// 2024-01-01 is a Monday.
    @Test(arguments: offsets)
    func longerCandlesStartAtTheirOffset(from: String, to: String, offset: Int64, first: String) throws {
        let (shorter, longer) = (try #require(Timeframe(from)), try #require(Timeframe(to)))
        let candles = RandomCandles.series(count: 2000, timeframe: shorter)
        let joined = try JoinedCandles(candles, to: longer, offset: offset).candles
        #expect(TimeText.text(joined.time[0]) == first)
        for index in 0..<joined.count {
            let start = joined.time[index]
            let end = longer.start(after: start - offset) + offset
            let parts = (0..<candles.count).filter { start..<end ~= candles.time[$0] }
            let expected = Candle(
                time: start, open: candles.open[parts[0]], high: parts.map { candles.high[$0] }.max() ?? .nan,
                low: parts.map { candles.low[$0] }.min() ?? .nan, close: candles.close[parts[parts.count - 1]],
                volume: parts.map { candles.volume[$0] }.reduce(0, +))
            if joined[index] != expected { Issue.record("\(joined[index]) instead of \(expected)") }
        }
    }

    /// Every pair of usual timeframes either joins, and each candle starts on the grid, or says that it cannot.
    @Test func anyLongerTimeframeIsJoinedTo() throws {
        let names = ["1s", "5s", "1m", "5m", "15m", "30m", "1h", "2h", "4h", "12h", "1d", "3d", "1w", "1M", "3M"]
        let timeframes = try names.map { try #require(Timeframe($0)) }
        for (place, shorter) in timeframes.enumerated() {
            let candles = RandomCandles.series(count: 300, timeframe: shorter)
            for longer in timeframes.dropFirst(place + 1) where shorter.divides(longer) {
                let joined = try JoinedCandles(candles, to: longer, partial: .mark).candles
                let starts = Set(candles.time.array().map { longer.start(containing: $0) })
                #expect(joined.time.array() == starts.sorted())
            }
        }
        let undivided = zip(names, timeframes).flatMap { left in
            zip(names, timeframes).filter { $0.1.milliseconds > left.1.milliseconds && !left.1.divides($0.1) }
                .map { "\(left.0) \($0.0)" }
        }
        #expect(undivided == ["3d 1w", "3d 1M", "3d 3M", "1w 1M", "1w 3M"])
    }

    private static let misfits: [(from: String, to: String, offset: Int64)] = [
        ("5m", "1h", 60_000), ("1h", "1d", 86_400_000), ("1h", "1d", -86_400_000), ("1w", "2w", 3_600_000),
    ]

    @Test(arguments: misfits)
    func anOffsetThatDoesNotFitIsRefused(from: String, to: String, offset: Int64) throws {
        let (shorter, longer) = (try #require(Timeframe(from)), try #require(Timeframe(to)))
        let candles = RandomCandles.series(count: 10, timeframe: shorter)
        let error = #expect(throws: CandleError.self) { try JoinedCandles(candles, to: longer, offset: offset) }
        #expect(
            error?.description
                == "candles of \(from) cannot be joined to \(to) with that offset, "
                + "expected a multiple of \(from) below \(to)")
        #expect(error?.kind == .usage)
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
