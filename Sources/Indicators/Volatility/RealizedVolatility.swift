import Candles
import Foundation

extension Indicator {
    package static let realizedVolatility = Indicator(
        "realized_volatility", title: "Realized volatility",
        summary: "How widely the returns of the last candles spread, from one close to the next.",
        formula: """
            root of candles_per_year * sample deviation of the last period values of ln(value / value before). A value that \
            is not above 0 counts as missing.
            """,
        source: "Hull, Options, Futures, and Other Derivatives, 2009, p. 282",
        inputs: [.source(or: "close")], options: [.period("period", 20, from: 2), .candlesPerYear],
        outputs: [.series("realized_volatility")],
        warmup: { $0.period }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let (values, count) = (source.span, Double(period))
        let root = arguments.options.real("candles_per_year").squareRoot()
        let returns = Series.computed(from: source, warmup: 1) { log(values[$0] / values[$0 - 1]) }
        return [
            .series(
                returns.windowMoments(period) { moments, _ in
                    root * (moments.variance * count / (count - 1)).squareRoot()
                })
        ]
    }
}
