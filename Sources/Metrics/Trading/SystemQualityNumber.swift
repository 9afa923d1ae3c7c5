extension Metric {
    /// How sure the mean profit of a trade is.
    package static let systemQualityNumber = Metric(
        "sqn", title: "System quality number",
        formula: "root of the number of trades x mean / sample deviation of their profits",
        undefined: "for fewer than two trades, and where profits do not spread",
        source:
            "Tharp, Trade Your Way to Financial Freedom, 1998; vectorbt and backtesting.py; backtrader divides by n",
        unit: .ratio, better: .higher
    ) { Double($0.trades.count).squareRoot() * $0.trades.meanProfit.over($0.trades.profitDeviation) }
}
