import Candles

extension Indicator {
    package static let beta = Indicator(
        "beta", title: "Beta",
        summary: "How far the second series moved for each move of the first.",
        formula: """
            Covariance of the last period rates of change of both / variance of those of the first; 0 where that does \
            not move.
            """,
        source: "Sharpe, Journal of Finance 19, 1964, p. 425; TA-Lib BETA",
        inputs: [.series("first"), .series("second")], options: [.period("period", 5)], outputs: [.series("beta")],
        warmup: { $0.period }
    ) { arguments in
        let changes = arguments.inputs.map { Series.candlewise($0, behind: 1) { now, before in now / before - 1 } }
        return [
            .series(
                .windowCovariances(changes[0], changes[1], arguments.options.period) {
                    $0.first > 0 ? $0.product / $0.first : 0
                })
        ]
    }
}
