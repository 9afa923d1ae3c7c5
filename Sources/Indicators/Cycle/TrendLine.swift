import Candles

extension Indicator {
    package static let htTrendline = Indicator(
        "ht_trendline", title: "Instantaneous trend line",
        summary: "The price without its dominant cycle.",
        formula: "Mean over one dominant cycle, smoothed with weights 4, 3, 2, 1.",
        source: "Ehlers, Rocket Science for Traders, 2001, p. 107; TA-Lib HT_TRENDLINE",
        inputs: [.source], outputs: [.series("ht_trendline")], warmup: { _ in DominantCycle.warmup }
    ) { [.series($0.inputs[0].dominantCycle { $0.trend })] }
}
