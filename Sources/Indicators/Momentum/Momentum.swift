import Candles

extension Indicator {
    package static let mom = Indicator(
        "mom", title: "Momentum",
        summary: "How far the value is from that of some candles ago.",
        formula: "value - value period candles ago.",
        source: "TA-Lib MOM",
        inputs: [.source], options: [.period("period", 10)], outputs: [.series("mom")],
        warmup: { $0.period }
    ) { [.series(.candlewise($0.inputs[0], behind: $0.options.period) { $0 - $1 })] }
}
