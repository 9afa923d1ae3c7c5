import Candles
import Simulation
import Store
import Strategies

extension Provenance {
    /// Where a result over `candles`, warm-up included, comes from.
    init(strategy: String, script: StrategyScript, candles: CandleSeries, settings: SimulationSettings) {
        let year = TradingYear(candles, days: settings.daysPerYear)
        var settings = settings
        settings.daysPerYear = year.days
        self.init(
            strategy: strategy, script: script.text, scriptHash: script.fingerprint,
            candles: CandleSlice(
                symbol: candles.symbol, timeframe: candles.timeframe.description,
                firstTime: candles.time[0], lastTime: candles.time[candles.count - 1],
                count: candles.count, contentHash: candles.contentHash),
            lookbackCandles: candles.traded.count, warmupCandles: candles.warmup, settings: settings,
            candlesPerYear: year.candles, engineVersion: EngineVersion.current)
    }
}
