import Candles

extension Indicator {
    package static let linearregError = Indicator(
        "linearreg_error", title: "Error of the linear regression",
        summary:
            "How widely the last candles lie around the straight line through them, and how much of their movement it tells.",
        formula: """
            Line of least squares through the last period values: error = root of (squared distances from the line / \
            (period - 2)), r2 = 1 - squared distances from the line / squared distances from the mean. Both 0 where \
            nothing moves.
            """,
        source: "Draper and Smith, Applied Regression Analysis, 1998, ch. 1",
        inputs: [.source], options: [.period("period", 14, from: 3)],
        outputs: [.series("error"), .series("r2")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let freedom = Double(period - 2)
        return [
            .series(source.windowLines(period) { line, _ in (line.residual / freedom).squareRoot() }),
            .series(source.windowLines(period) { line, _ in line.total > 0 ? 1 - line.residual / line.total : 0 }),
        ]
    }
}
