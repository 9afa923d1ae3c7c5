import Candles

/// Candles from a seed: plausible, without gaps, the same on every machine.
package enum RandomCandles {
    package static func series(
        count: Int = 1000, seed: UInt64 = 1, timeframe: Timeframe = Timeframe(5, .minute), symbol: String = "TEST"
    ) -> CandleSeries {
        RandomWalk(symbol: symbol, timeframe: timeframe, seed: seed).candles(count)
    }
}
