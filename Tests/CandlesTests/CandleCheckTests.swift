import TestSupport
import Testing

@testable import Candles

@Suite struct CandleCheckTests {
    private func candles(_ change: (inout [Candle]) -> Void) -> CandleSeries {
        let good = RandomCandles.series(count: 50)
        var candles = (0..<50).map { good[$0] }
        change(&candles)
        return CandleSeries(symbol: "A", timeframe: Timeframe(5, .minute), candles: candles)
    }

    @Test func goodCandlesHaveNothingOdd() {
        let check = CandleCheck(candles { _ in })
        #expect(check == CandleCheck(RandomCandles.series(count: 50)))
        #expect(check.lines.isEmpty && check.missing == 0 && check.longestGap == nil)
    }

    @Test func gapsAreCountedAndPlaced() {
        let check = CandleCheck(
            candles {
                $0.removeSubrange(10..<13); $0.remove(at: 30)
            })
        #expect(check.gaps.map(\.missing) == [3, 1])
        #expect(check.missing == 4 && check.longestGap?.missing == 3)
        #expect(check.lines == ["2 gaps, 4 candles missing, the longest 3 candles after 2024-01-01 00:45"])
    }

    @Test func whatIsImpossibleIsFound() {
        let check = CandleCheck(
            candles {
                $0[1].high = 1
                $0[2].open = 0
                $0[3].volume = -1
                $0[4].close = .nan
                $0[5].low = .infinity
                $0[6].close = $0[6].high + 1
                $0[7].time += 1
                $0[9].time = $0[8].time
            })
        let start: Int64 = 1_704_067_200_000
        #expect(check.impossible == (1...5).map { start + $0 * 300_000 })
        #expect(check.outsideRange == [start + 6 * 300_000])
        #expect(check.offGrid == [start + 7 * 300_000 + 1])
        #expect(check.outOfOrder == [start + 8 * 300_000])
    }

    @Test func aLeapOfTheCloseIsAJump() {
        let check = CandleCheck(
            candles {
                for index in 20..<50 {
                    $0[index].open *= 2
                    $0[index].high *= 2
                    $0[index].low *= 2
                    $0[index].close *= 2
                }
            })
        #expect(check.jumps.count == 1)
        #expect(check.lines.last?.hasPrefix("1 jump of the close, the largest ") == true)
    }

    /// Found by a fuzzer: a percentage beyond any integer.
    @Test func aLeapBeyondAllMeasureIsStillText() {
        let check = CandleCheck(
            candles {
                $0[7] = Candle(time: $0[7].time, open: 1e307, high: 1e308, low: 1, close: 1e308, volume: 0)
                $0[8] = Candle(time: $0[8].time, open: 1e-308, high: 1, low: 1e-308, close: 1e-308, volume: 0)
            })
        #expect(check.jumps.count == 3 && check.lines.count == 1)
    }

    @Test func monthsOfUnequalLengthHaveNoGaps() {
        let months = RandomWalk(symbol: "A", timeframe: Timeframe(1, .month), seed: 1).candles(40)
        #expect(CandleCheck(months).gaps.isEmpty && CandleCheck(months).offGrid.isEmpty)
    }

    /// What the README of the raw files counts.
    @Test(
        .enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"),
        arguments: [
            ("XMR_BTC-5m", 2, 2, 0), ("ADA_BTC-5m", 5, 40, 0), ("TRX_BTC-5m", 6, 6, 0),
            ("UNITTEST_BTC-1m", 538, 717, 0), ("XRP_ETH-1m", 676, 1091, 0), ("BTC_USDT-5m", 0, 0, 0),
        ])
    func realFilesHaveTheirKnownGaps(name: String, gaps: Int, missing: Int, outside: Int) throws {
        let folder = try #require(SharedFiles.folder).appending(path: "data/csv")
        let report = try CandleImport.read(folder.appending(path: name + ".csv")).report
        #expect(report.gaps == gaps && report.missingCandles == missing && report.outsideRange == outside)
    }

    @Test(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
    func realOdditiesAreCountedAndKept() throws {
        let folder = try #require(SharedFiles.folder).appending(path: "data/csv")
        #expect(try CandleImport.read(folder.appending(path: "VIX-1d.csv")).report.outsideRange == 47)
        #expect(try CandleImport.read(folder.appending(path: "BTC_USDT.ninjabot-1h.csv")).report.equalDuplicates == 5)
        #expect(try CandleImport.read(folder.appending(path: "XMR_BTC.2019-5m.csv")).report.equalDuplicates == 1)
    }
}
