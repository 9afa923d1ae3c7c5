import Candles

extension Indicator {
    package static let maxDrawdown = Indicator(
        "max_drawdown", title: "Rolling maximum drawdown",
        summary:
            "The largest fall from a value of the last candles to a later one, as a positive fraction of the first.",
        formula:
            "Largest of 1 - later / earlier over the last period values; from earlier values above 0 only. 0 without a fall.",
        source: "Magdon-Ismail and Atiya, Risk 17, 2004, p. 99",
        inputs: [.source], options: [.period("period", 60)], outputs: [.series("max_drawdown")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let values = source.span
        return [
            .series(
                Series(count: source.count) { result in
                    for stretch in Series.stretches(of: source) {
                        Rolling.folds(
                            in: stretch, period: period, into: &result,
                            of: { index, _ in Fall(high: values[index], low: values[index], worst: 0) },
                            finish: { _, _, fall in fall.worst })
                    }
                })
        ]
    }
}

/// The highest and the lowest value of some candles, and the worst fall between two of them.
private struct Fall: WindowPart {
    var high: Double
    var low: Double
    var worst: Double

    static var none: Fall { Fall(high: -.infinity, low: .infinity, worst: 0) }

    @inline(__always)
    func followed(by later: Fall) -> Fall {
        let across = high > 0 ? 1 - later.low / high : 0
        return Fall(
            high: max(high, later.high), low: min(low, later.low), worst: max(max(worst, later.worst), across))
    }
}
