import Simulation

/// A number that judges a backtest. Undefined is NaN, never an infinity.
package struct Metric: Sendable, Identifiable {
    package enum Better: Sendable { case higher, lower, neither }
    /// What it takes: trades and the summary of equity, or a pass over the candles.
    package enum Cost: Sendable { case trades, candles }
    package enum Unit: Sendable { case fraction, ratio, count, money, candles }

    /// Its name everywhere: Lua, SQL, command line.
    package let name: String
    /// Its title in tables, and what explains it: formula, edge behavior, source.
    package let title: String
    package let explanation: String
    package let unit: Unit
    package let better: Better
    package let cost: Cost
    package let value: @Sendable (Backtest) -> Double

    package var id: String { name }

    package init(
        _ name: String, title: String, explanation: String, unit: Unit, better: Better, cost: Cost = .trades,
        value: @escaping @Sendable (Backtest) -> Double
    ) {
        self.name = name
        self.title = title
        self.explanation = explanation
        self.unit = unit
        self.better = better
        self.cost = cost
        self.value = value
    }
}
