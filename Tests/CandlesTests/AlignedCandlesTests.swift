import Candles
import Foundation
import TestSupport
import Testing

@Suite struct AlignedCandlesTests {
    private let whole = RandomCandles.series(count: 20, symbol: "A")

    /// The candles of `whole` with these numbers.
    private func part(_ indices: [Int], symbol: String) -> CandleSeries {
        CandleSeries(symbol: symbol, timeframe: whole.timeframe, candles: indices.map { whole[$0] })
    }

    @Test func aUnionHasEveryTimeAndMarksWhatIsMissing() throws {
        let aligned = try AlignedCandles(
            [part([1, 2, 4], symbol: "A"), part([2, 3, 4, 6], symbol: "B")], times: .union)
        #expect(aligned.time.array() == [1, 2, 3, 4, 6].map { whole.time[$0] })
        #expect(aligned.present[0].array() == [true, true, false, true, false])
        #expect(aligned.present[1].array() == [false, true, true, true, true])
        #expect(aligned.markets.map(\.symbol) == ["A", "B"])
        #expect(aligned.markets[0][1] == whole[2] && aligned.markets[1][4] == whole[6])
        #expect(aligned.markets[0].close[2].isNaN && aligned.markets[0].volume[2].isNaN)
        #expect(aligned.markets.allSatisfy { $0.time.array() == aligned.time.array() })
    }

    @Test func anIntersectionHasOnlyCommonTimes() throws {
        let markets = [
            part([1, 2, 4, 9], symbol: "A"), part([2, 3, 4, 6], symbol: "B"), part([0, 2, 4], symbol: "C"),
        ]
        let aligned = try AlignedCandles(markets, times: .intersection)
        #expect(aligned.time.array() == [2, 4].map { whole.time[$0] })
        #expect(aligned.present.allSatisfy { $0.trueCount == 2 })
        #expect(aligned.markets.allSatisfy { $0[0] == whole[2] && $0[1] == whole[4] })
        let apart = try AlignedCandles([part([1], symbol: "A"), part([2], symbol: "B")], times: .intersection)
        #expect(apart.count == 0)
        #expect(try AlignedCandles([], times: .union).count == 0)
    }

    @Test func timeframesMustAgree() {
        let other = RandomCandles.series(count: 5, timeframe: Timeframe(1, .hour), symbol: "B")
        let error = #expect(throws: CandleError.self) { try AlignedCandles([whole, other], times: .union) }
        #expect(error?.description == "B 1h: cannot stand beside A 5m, expected one timeframe for all")
    }

    @Test(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
    func sevenRealMarketsShareOneClock() throws {
        let folder = try #require(SharedFiles.folder?.appending(path: "data/csv"))
        let markets = try ["ETH", "LTC", "XMR", "ETC", "DASH", "ADA", "TRX"].map {
            try CandleImport.read(folder.appending(path: "\($0)_BTC-5m.csv")).candles
        }
        let union = try AlignedCandles(markets, times: .union)
        let common = try AlignedCandles(markets, times: .intersection)
        let sets = markets.map { Set($0.time.array()) }
        #expect(union.time.array() == sets.reduce(into: Set()) { $0.formUnion($1) }.sorted())
        #expect(common.time.array() == sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }.sorted())
        for (market, (candles, present)) in zip(markets, zip(union.markets, union.present)) {
            #expect(present.trueCount == market.count)
            let kept = (0..<union.count).filter { present[$0] }.map { candles[$0] }
            #expect(kept == (0..<market.count).map { market[$0] })
        }
        #expect(union.count == 5760)
    }
}
