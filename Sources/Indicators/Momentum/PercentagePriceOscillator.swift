import Candles

extension Indicator {
    package static let ppo = Indicator(
        "ppo", title: "Percentage price oscillator",
        summary: "How far a fast average is from a slow one, in percent of it.",
        formula: """
            100 * (fast average - slow average) / slow average, each from its own beginning; 0 where the slow one is 0. \
            fast above slow: exchanged.
            """,
        source: "TA-Lib PPO",
        inputs: [.source], options: .twoAverages, outputs: [.series("ppo")],
        warmup: { $0.twoAveragesWarmup }
    ) { [.series($0.inputs[0].twoAveragesPercentage($0.options))] }
}
