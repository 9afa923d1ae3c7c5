import Candles

extension Backtest {
    /// What equity did from candle to candle, taken over the traded candles; enough for most metrics.
    package struct EquitySummary: Hashable, Sendable {
        package var finalEquity: Double
        /// Of returns from candle to candle; the first one is from the starting cash. NaN without candles.
        package var meanReturn: Double
        /// Sample deviation of the returns (divided by n - 1); NaN for fewer than two. A spread below a millionth of
        /// the returns themselves is rounding and counts as 0.
        package var deviation: Double
        /// Root of the mean square of the negative returns, over all candles.
        package var downsideDeviation: Double
        /// Positive fraction of the highest equity before, the starting cash included; above 1 where equity fell
        /// below 0.
        package var maximumDrawdown: Double
        /// Candles from entry to exit fill of each position, both included and none counted twice.
        package var exposedCandles: Int
    }
}

extension Backtest.EquitySummary {
    /// The summary of any equity curve: the plain way, for curves that no simulator made.
    package init(equity: [Double], startingCash: Double, exposedCandles: Int = 0) {
        var path = EquityPath(startingCash: startingCash)
        for value in equity { path.step(to: value) }
        self.init(path, count: equity.count, exposedCandles: exposedCandles)
    }

    /// With `tables` a stretch that is fully invested costs the same whatever its length; the others are walked.
    init(
        holdings: [Backtest.Holding], close: Span<Double>, startingCash: Double, exposedCandles: Int,
        tables: MarketTables?
    ) {
        var path = EquityPath(startingCash: startingCash)
        for holding in holdings {
            if holding.units == 0 {
                path.step(to: holding.cash)
            } else if let tables, tables.areUsable, holding.cash == 0 {
                path.jump(through: holding, close, tables)
            } else {
                path.walk(through: holding, close)
            }
        }
        let count = (holdings.last?.candles.upperBound ?? 0) - (holdings.first?.candles.lowerBound ?? 0)
        self.init(path, count: count, exposedCandles: exposedCandles)
    }

    private init(_ path: EquityPath, count: Int, exposedCandles: Int) {
        let (total, count) = (path.moments, Double(count))
        let mean = total.sum / count
        let squares = total.squares - count * mean * mean
        finalEquity = path.equity
        meanReturn = mean
        deviation = count < 2 ? .nan : squares > 1e-12 * total.squares ? (squares / (count - 1)).squareRoot() : 0
        downsideDeviation = (total.negativeSquares / count).squareRoot()
        maximumDrawdown = 1 - path.worstRatio
        self.exposedCandles = exposedCandles
    }
}

/// Equity on its way through the candles: its returns, its peak, its worst ratio to an earlier peak.
private struct EquityPath {
    private(set) var equity: Double
    private(set) var worstRatio = 1.0
    private(set) var moments = ReturnMoments()
    private var peak: Double

    init(startingCash: Double) {
        (equity, peak) = (startingCash, startingCash)
    }

    /// Equity at the next close. From an account at or below 0 no return is counted.
    mutating func step(to next: Double) {
        if equity > 0 { moments.add((next - equity) / equity) }
        if next > peak { peak = next } else if next < worstRatio * peak { worstRatio = next / peak }
        equity = next
    }

    mutating func walk(through holding: Backtest.Holding, _ close: Span<Double>) {
        var stretch = ReturnMoments()
        var (last, top, worst) = (equity, peak, worstRatio)
        for index in holding.candles {
            let next = holding.cash + holding.units * close[index]
            if last > 0 { stretch.add((next - last) / last) }
            if next > top { top = next } else if next < worst * top { worst = next / top }
            last = next
        }
        moments = moments + stretch
        (equity, peak, worstRatio) = (last, top, worst)
    }

    /// The same for an account that is all in, whose returns are the market's.
    mutating func jump(through holding: Backtest.Holding, _ close: Span<Double>, _ tables: MarketTables) {
        let (first, last) = (holding.candles.lowerBound, holding.candles.upperBound - 1)
        step(to: holding.units * close[first])
        guard last > first else { return }
        moments = moments + tables.returns(after: first, through: last)
        let extent = tables.extent(first, last, close)
        let low = holding.units * extent.lowest
        if low < worstRatio * peak { worstRatio = low / peak }
        if extent.worstRatio < worstRatio { worstRatio = extent.worstRatio }
        peak = max(peak, holding.units * extent.highest)
        equity = holding.units * close[last]
    }
}
