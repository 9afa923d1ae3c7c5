import Simulation

/// A number that judges a backtest. Undefined is NaN, never an infinity.
package struct Metric: Sendable, Identifiable {
    package enum Better: Sendable { case higher, lower, neither }
    /// What it takes: trades and the summary of equity, or a pass over the candles.
    package enum Cost: Sendable { case trades, candles }
    package enum Unit: Sendable { case fraction, ratio, count, money, candles }

    /// Its name everywhere: Lua, SQL, command line.
    package let name: String
    /// Its title in tables.
    package let title: String
    /// How it is computed.
    package let formula: String
    /// When it is not a number, as the end of a sentence; nil where it always is one.
    package let undefined: String?
    /// Who defined it: paper or book, and the libraries that agree.
    package let source: String
    package let unit: Unit
    package let better: Better
    package let cost: Cost
    package let value: @Sendable (Evidence) -> Double

    package var id: String { name }

    /// Formula and edges in one sentence.
    package var rule: String { formula + (undefined.map { "; undefined \($0)" } ?? "") }

    package init(
        _ name: String, title: String, formula: String, undefined: String? = nil, source: String, unit: Unit,
        better: Better, cost: Cost = .trades, value: @escaping @Sendable (Evidence) -> Double
    ) {
        self.name = name
        self.title = title
        self.formula = formula
        self.undefined = undefined
        self.source = source
        self.unit = unit
        self.better = better
        self.cost = cost
        self.value = value
    }
}
