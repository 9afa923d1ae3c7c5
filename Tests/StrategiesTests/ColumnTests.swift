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
}
