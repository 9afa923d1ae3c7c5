extension Metric {
    /// What the market did meanwhile: what any strategy is compared with.
    package static let buyAndHoldReturn = Metric(
        "buy_and_hold_return", title: "Buy and hold",
        formula: "last close / open of the first traded candle - 1, without costs",
        undefined: "without candles",
        source: "backtesting.py's Buy & Hold Return, which starts from a close",
        unit: .fraction, better: .neither
    ) { $0.marketReturn.finiteOrUndefined }
}
