import Candles
import Simulation

/// Where evidence comes from. Each part may cost a pass over the candles.
protocol EvidenceSource {
    var trades: [Trade] { get }
    var fees: Double { get }
    /// At the close of each traded candle.
    var equity: [Double] { get }
    /// The start of each traded candle, milliseconds since 1970, UTC; empty where none is known.
    var times: [Int64] { get }
    /// The close of each traded candle, and the open of the first.
    var market: [Double] { get }
    var marketStart: Double { get }
    var marketReturn: Double { get }
    var excursions: [Excursion] { get }
}

/// Equity without the simulation behind it: a curve of another program, or several backtests joined.
package struct EquityCurve: EvidenceSource, Sendable {
    package let equity: [Double]
    package let startingCash: Double
    package let candlesPerYear: Double
    let timeframe: Timeframe?
    let times: [Int64]
    let market: [Double]
    let marketStart: Double
    let trades: [Trade]

    let fees = 0.0
    let excursions: [Excursion] = []
    var marketReturn: Double { (market.last ?? .nan) / marketStart - 1 }

    /// `times` and `market` are as long as `equity`, or empty where they are not known.
    package init(
        equity: [Double], startingCash: Double, candlesPerYear: Double, timeframe: Timeframe? = nil,
        times: [Int64] = [], market: [Double] = [], marketStart: Double = .nan, trades: [Trade] = []
    ) {
        precondition(times.isEmpty || times.count == equity.count, "a time for each candle")
        precondition(market.isEmpty || market.count == equity.count, "a price for each candle")
        self.equity = equity
        self.startingCash = startingCash
        self.candlesPerYear = candlesPerYear
        self.timeframe = timeframe
        self.times = times
        self.market = market
        self.marketStart = marketStart
        self.trades = trades
    }
}

struct BacktestSource: EvidenceSource {
    let backtest: Backtest

    private var candles: CandleSeries { backtest.candles }
    private var traded: Range<Int> { candles.traded }

    var trades: [Trade] { backtest.trades }
    var fees: Double { backtest.fills.reduce(0) { $0 + $1.fee } }
    var equity: [Double] {
        let equity = backtest.equity
        return (0..<equity.count).map { equity[$0] }
    }
    var times: [Int64] { traded.map { candles.time[$0] } }
    var market: [Double] { traded.map { candles.close[$0] } }
    var marketStart: Double { traded.isEmpty ? .nan : candles.open[traded.lowerBound] }
    var marketReturn: Double { traded.isEmpty ? .nan : candles.close[traded.upperBound - 1] / marketStart - 1 }
    var excursions: [Excursion] { backtest.excursions }
}
