import Candles

extension Indicator {
    package static let vortex = Indicator(
        "vortex", title: "Vortex indicator",
        summary: "How far price swung from low to next high, and from high to next low, per true range.",
        formula: """
            plus = sum of |high - low before| / sum of true ranges, minus = sum of |low - high before| / the same, over the \
            last period candles. 0 where the true ranges sum to 0.
            """,
        source: "Botes and Siepman, Stocks & Commodities 28:1, 2010; TA-Lib VORTEX",
        inputs: [.high, .low, .close], options: [.period("period", 14)],
        outputs: [.series("plus"), .series("minus")],
        warmup: { $0.period }
    ) { arguments in
        let (inputs, period) = (arguments.inputs, arguments.options.period)
        let (plus, minus) = Series.vortices(inputs[0], inputs[1], inputs[2], period)
        return [.series(plus), .series(minus)]
    }
}

extension Series {
    fileprivate static func vortices(
        _ high: Series, _ low: Series, _ close: Series, _ period: Int
    ) -> (plus: Series, minus: Series) {
        let (highs, lows, closes) = (high.span, low.span, close.span)
        return filledTwice(along: [high, low, close], warmup: period) { stretch, plus, minus in
            Rolling.windows(in: stretch.dropFirst(), period: period) { index, _ in
                let (high, highBefore) = unsafe (highs[unchecked: index], highs[unchecked: index - 1])
                let (low, lowBefore) = unsafe (lows[unchecked: index], lows[unchecked: index - 1])
                let before = unsafe closes[unchecked: index - 1]
                let range = (high > before ? high : before) - (low < before ? low : before)
                return LaneSums(SIMD4((high - lowBefore).magnitude, (low - highBefore).magnitude, range, 0))
            } _: { index, _, sums in
                unsafe plus[unchecked: index] = sums[2] == 0 ? 0 : sums[0] / sums[2]
                unsafe minus[unchecked: index] = sums[2] == 0 ? 0 : sums[1] / sums[2]
            }
        }
    }
}
