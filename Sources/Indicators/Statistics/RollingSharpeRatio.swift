import Candles

extension Indicator {
    package static let sharpe = Indicator(
        "sharpe", title: "Rolling Sharpe ratio",
        summary: "The mean return of the last candles for the risk taken, that is for how widely the returns spread.",
        formula: """
            root of candles_per_year * mean / sample deviation of the last period returns, value / value before - 1. The \
            riskless rate is 0. NaN where returns do not spread.
            """,
        source: "Sharpe, The Journal of Portfolio Management 21, 1994, p. 49",
        inputs: [.source], options: [.period("period", 60, from: 2), .candlesPerYear],
        outputs: [.sparse("sharpe")],
        warmup: { $0.period }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let (values, root) = (source.span, arguments.options.real("candles_per_year").squareRoot())
        let count = Double(period)
        let returns = Series.computed(from: source, warmup: 1) { values[$0] / values[$0 - 1] - 1 }
        return [
            .series(
                returns.windowMoments(period) { moments, pivot in
                    let (mean, variance) = (pivot + moments.mean, moments.variance)
                    // What rounding leaves of equal returns is no spread.
                    guard variance > 1e-12 * (variance + mean * mean) else { return .nan }
                    return root * mean / (variance * count / (count - 1)).squareRoot()
                })
        ]
    }
}

extension Indicator.Option {
    /// How many candles a year has, for a figure by the year; 1 leaves it by the candle.
    static let candlesPerYear = real("candles_per_year", 1, in: 1...100_000_000)
}
