/// When an order made at the close of a candle is filled.
package enum FillRule: String, Sendable, CaseIterable {
    case nextOpen = "next_open"
    case close = "close"
    case nextClose = "next_close"

    /// Candles from the decision to the fill.
    var delay: Int { self == .close ? 0 : 1 }
}

/// How a backtest is run, apart from candles and strategy.
package struct SimulationSettings: Hashable, Sendable {
    /// How the simulator gets through the candles. Fills, trades and cash are the same to the bit, metrics within 1e-12.
    package enum Way: String, Sendable, CaseIterable {
        /// Candle after candle: the reference.
        case walk
        /// From event to event: cost grows with trades, not with candles.
        case jump
    }

    package var costs: Costs
    package var fillRule: FillRule
    package var startingCash: Double
    /// Trading days that numbers a year are scaled by; nil: as the candles show.
    package var daysPerYear: Double?
    /// One for all trials of a study, so that a stored number never depends on it.
    package var way: Way

    package init(
        costs: Costs = .standard, fillRule: FillRule = .nextOpen, startingCash: Double = 10_000,
        daysPerYear: Double? = nil, way: Way = .jump
    ) {
        self.costs = costs
        self.fillRule = fillRule
        self.startingCash = startingCash
        self.daysPerYear = daysPerYear
        self.way = way
    }
}
