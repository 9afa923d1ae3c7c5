import Simulation

extension Metric {
    /// Share of candles with a position: from entry to exit fill, both candles included, none counted twice.
    ///
    /// NaN without candles. backtesting.py's exposure time.
    package static let exposure = Metric(
        "exposure", title: "Exposure",
        explanation: "share of candles with a position, the candles of entry and exit included",
        unit: .fraction, better: .neither
    ) { Double($0.summary.exposedCandles).over(Double($0.candles.traded.count)) }
}
