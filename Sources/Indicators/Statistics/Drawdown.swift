import Candles

extension Indicator {
    package static let drawdown = Indicator(
        "drawdown", title: "Drawdown",
        summary: "How far the value is below the highest of the last candles, as a positive fraction of that.",
        formula: "1 - value / largest of the last period values. 0 where that is not above 0.",
        source: "Magdon-Ismail and Atiya, Risk 17, 2004, p. 99",
        inputs: [.source], options: [.period("period", 60)], outputs: [.series("drawdown")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let source = arguments.inputs[0]
        let highest = Indicator.highest.series([source], [Double(arguments.options.period)])
        let (values, peaks) = (source.span, highest.span)
        return [.series(.computed(from: highest) { peaks[$0] > 0 ? 1 - values[$0] / peaks[$0] : 0 })]
    }
}
