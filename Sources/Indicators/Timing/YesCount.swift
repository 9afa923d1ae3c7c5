import Candles

extension Indicator {
    package static let count = Indicator(
        "count", title: "Count",
        summary: "On how many of the last candles the mask said yes.",
        formula:
            "How many of the last period candles say yes, the present one included. No candle before the first did.",
        source: "Pine math.sum of a condition",
        inputs: [.mask("mask")], options: [.period("period", 10)], outputs: [.series("count")],
        warmup: { _ in 0 }
    ) { arguments in
        let (mask, period) = (arguments.masks[0], arguments.options.period)
        let words = mask.words.span
        return [
            .series(
                Series(count: mask.count) { result in
                    var count: UInt64 = 0
                    for index in result.indices {
                        count += words[index / 64] >> (index % 64) & 1
                        if index >= period { count -= words[(index - period) / 64] >> ((index - period) % 64) & 1 }
                        result[index] = Double(count)
                    }
                })
        ]
    }
}
