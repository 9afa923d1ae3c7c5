import Candles

extension Indicator {
    package static let valueWhen = Indicator(
        "value_when", title: "Value when",
        summary: "The value that a series had when the mask last said yes, or some times before that.",
        formula: """
            The value on the candle of the mask's last yes, the present candle included; with occurrence = 1 on that of \
            the yes before, and so on. NaN before there were as many, and where the series had no value there.
            """,
        source: "Pine ta.valuewhen",
        inputs: [.mask("mask"), .source], options: [.whole("occurrence", 0, in: 0...100_000)],
        outputs: [.sparse("value_when")],
        warmup: { $0.whole("occurrence") }
    ) { arguments in
        let (mask, source) = (arguments.masks[0], arguments.inputs[0])
        let (values, occurrence) = (source.span, arguments.options.whole("occurrence"))
        let result = Series(count: source.count) { result in
            // `told` is the yes that is told of: `occurrence` before the last one.
            var (next, told, passed) = (mask.first(from: 0), mask.first(from: 0), 0)
            while let yes = next {
                next = mask.first(from: yes + 1)
                passed += 1
                guard passed > occurrence, let candle = told else { continue }
                told = mask.first(from: candle + 1)
                let value = values[candle]
                guard value.isFinite else { continue }
                for index in yes..<(next ?? mask.count) { result[index] = value }
            }
        }
        return [.series(Series(result.values, tick: source.tick))]
    }
}
