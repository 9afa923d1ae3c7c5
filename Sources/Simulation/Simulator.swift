import Candles

/// Orders in, fills, trades and equity out.
///
/// One for each worker, used for one trial after another. Knows no Lua, no metrics and no database. The order of events
/// inside a candle is written down in this folder's README.
package struct Simulator {
    package let candles: CandleSeries
    package let settings: SimulationSettings
    private let tables: MarketTables?
    private let year: TradingYear
    /// Trades of the last run: what to make room for in the next.
    private var expectedTrades = 32

    /// A simulator over `candles`. Workers on the same candles share `tables` and `year`; without them each makes its
    /// own.
    package init(
        candles: CandleSeries, settings: SimulationSettings, tables: MarketTables? = nil, year: TradingYear? = nil
    ) {
        precondition(settings.startingCash > 0, "a simulation starts with cash")
        precondition(tables.map { $0.count == candles.count } ?? true, "tables of other candles")
        self.candles = candles
        self.settings = settings
        self.year = year ?? TradingYear(candles, days: settings.daysPerYear)
        self.tables = settings.way == .jump ? tables ?? MarketTables(candles) : nil
    }

    package mutating func run(_ signals: Signals) -> Backtest {
        precondition(signals.hasLength(candles.count), "signals of another length than the candles")
        var source = SignalOrders(signals)
        var account = newAccount
        switch settings.way {
        case .walk: walk(&account, &source)
        case .jump: jump(&account, &source)
        }
        return result(&account, conflictingEntries: source.conflictingEntries)
    }

    /// Asks `source` at the close of each traded candle.
    package mutating func run<Source: OrderSource>(_ source: inout Source) throws(Source.Failure) -> Backtest {
        var account = newAccount
        switch settings.way {
        case .walk: try walk(&account, &source)
        case .jump: try stride(&account, &source)
        }
        return result(&account, conflictingEntries: source.conflictingEntries)
    }

    private var newAccount: Account {
        Account(settings: settings, traded: candles.traded, expectedTrades: expectedTrades)
    }

    private mutating func result(_ account: inout Account, conflictingEntries: Int) -> Backtest {
        account.finish()
        expectedTrades = account.trades.count + account.trades.count / 8
        return Backtest(
            candles: candles, settings: settings, year: year, fills: account.fills, trades: account.trades,
            holdings: account.holdings, openPosition: account.position,
            summary: Backtest.EquitySummary(
                holdings: account.holdings, close: candles.close.span, startingCash: settings.startingCash,
                exposedCandles: account.exposedCandles, tables: tables),
            conflictingEntries: conflictingEntries, rejectedEntries: account.rejectedEntries)
    }
}
