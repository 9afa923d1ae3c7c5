import Candles

extension Indicator {
    package static let highestIndex = Indicator(
        "highest_index", title: "Index of the highest value",
        summary: "How many candles ago the highest of the last candles was, 0 for the present one.",
        formula:
            "Candles since the largest of the last period values, 0 to period - 1; since the latest of equal ones.",
        source: "Pine ta.highestbars, there negative; TA-Lib MAXINDEX counts from the first candle",
        inputs: [.source], options: [.period("period", 30)], outputs: [.series("highest_index")],
        warmup: { $0.period - 1 }
    ) { [.series($0.inputs[0].candlesSinceExtreme($0.options.period) { $0 >= $1 })] }
}
