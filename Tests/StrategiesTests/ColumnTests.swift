import Candles
import Foundation
import Strategies
import Testing

/// Columns as scripts see them: scripts that assert themselves.
struct ColumnTests {
    private func script(_ name: String) throws -> StrategyScript {
        try StrategyShelf(folders: [URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Scripts")])
            .script(name)
    }

    @Test func columnsDoWhatTheContractSays() throws {
        let candles = CandleSeries(
            symbol: "TEST", timeframe: Timeframe(1, .hour),
            candles: (1...8).map { index in
                let price = Double(index)
                return Candle(
                    time: Int64(index) * 3_600_000, open: price, high: price, low: price, close: price, volume: 1)
            })
        let signals = try LuaStrategy(script("columns")).signals(candles, .none)
        #expect(signals.long?.exit.trueCount == 3)
        #expect(signals.stopLoss?[7] == 0.08)
    }

    @Test func aMaskLooksBackOverItsWords() throws {
        _ = try LuaStrategy(script("masks")).signals(Examples.candles, .none)
    }

    @Test func aScriptSeesWhichCandlesWereFilledIn() throws {
        let text = Examples.signals("return { long = { entry = candles.filled, exit = ~candles.filled } }")
        let marks = Mask((0..<600).map { $0 % 7 == 3 })
        let signals = try Examples.strategy(text).signals(Examples.candles.marked(filled: marks), .none)
        #expect(signals.long?.entry.array() == marks.array())
        #expect(signals.long?.exit.array() == (~marks).array())
        let without = try Examples.strategy(text).signals(Examples.candles, .none)
        #expect(without.long?.entry.trueCount == 0 && without.long?.exit.trueCount == 600)
    }
}
