import Candles
import Simulation

/// What metrics read of a backtest: its parts, each computed once, when a metric first asks for it.
///
/// Made for one scorecard, used by one thread.
package final class Evidence {
    /// Equity and the returns from candle to candle in a few numbers: free, the simulator has them.
    package let summary: Backtest.EquitySummary
    package let startingCash: Double
    /// Candles that were traded and counted.
    package let candleCount: Int
    /// How many of them fill a year.
    package let candlesPerYear: Double
    /// How long they are; nil where it is not known.
    let timeframe: Timeframe?

    /// Trades in a few numbers.
    package private(set) lazy var trades = TradeTally(source.trades)
    /// Money paid in fees, over all fills.
    package private(set) lazy var fees = source.fees
    /// Equity at the close of each traded candle.
    package private(set) lazy var equity = source.equity
    /// The start of each traded candle; empty where none is known.
    private(set) lazy var times = source.times
    /// Returns from candle to candle, the first from the starting cash.
    package private(set) lazy var returns = ReturnSeries(equity: equity, start: startingCash)
    package private(set) lazy var drawdowns = DrawdownSeries(equity: equity, start: startingCash)
    /// Returns of the market, bought at the open of the first traded candle and held.
    package private(set) lazy var market = ReturnSeries(equity: source.market, start: source.marketStart)
    /// Returns of the strategy beside those of the market.
    package private(set) lazy var regression = Regression(of: returns, on: market)
    /// Growth of equity in each month that has a candle.
    package private(set) lazy var months = PeriodReturns.months(equity, times: times, start: startingCash)
    /// Growth of equity over each 30 days.
    package private(set) lazy var thirtyDays = PeriodReturns.windows(
        equity, times: times, start: startingCash, days: 30)
    /// How far price went against and for each trade.
    package private(set) lazy var excursions = source.excursions

    /// Growth of the market, from the first traded open to the last close.
    package var marketReturn: Double { source.marketReturn }

    /// Traded candles in years.
    package var years: Double { Double(candleCount) / candlesPerYear }

    private let source: any EvidenceSource

    package convenience init(_ backtest: Backtest) {
        self.init(
            BacktestSource(backtest: backtest), summary: backtest.summary,
            startingCash: backtest.settings.startingCash, candleCount: backtest.candles.traded.count,
            candlesPerYear: backtest.year.candles, timeframe: backtest.candles.timeframe)
    }

    /// What any equity curve gives, such as one that no simulator made.
    package convenience init(_ curve: EquityCurve) {
        self.init(
            curve, summary: Backtest.EquitySummary(equity: curve.equity, startingCash: curve.startingCash),
            startingCash: curve.startingCash, candleCount: curve.equity.count, candlesPerYear: curve.candlesPerYear,
            timeframe: curve.timeframe)
    }

    private init(
        _ source: any EvidenceSource, summary: Backtest.EquitySummary, startingCash: Double, candleCount: Int,
        candlesPerYear: Double, timeframe: Timeframe?
    ) {
        self.source = source
        self.summary = summary
        self.startingCash = startingCash
        self.candleCount = candleCount
        self.candlesPerYear = candlesPerYear
        self.timeframe = timeframe
    }
}
