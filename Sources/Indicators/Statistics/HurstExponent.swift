import Candles
import Foundation

extension Indicator {
    package static let hurst = Indicator(
        "hurst", title: "Hurst exponent",
        summary: "Whether moves go on (above 0.5), turn back (below 0.5) or have no memory (0.5).",
        formula: """
            Slope of the line of least squares of ln(root mean square of value - value lag candles ago) over ln(lag), \
            for the lags 1, 2, 4 and on up to a quarter of period; the means are over the last period - largest lag \
            candles. NaN where nothing moved over one of the lags.
            """,
        source: "Di Matteo, Quantitative Finance 7, 2007, p. 24, with q = 2",
        inputs: [.source], options: [.period("period", 100, from: 16)], outputs: [.sparse("hurst")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        return [.series(source.hurstExponent(period))]
    }
}

extension Series {
    fileprivate func hurstExponent(_ period: Int) -> Series {
        let lags = sequence(first: 1) { $0 * 2 }.prefix { $0 <= period / 4 }
        let (count, largest) = (Array(lags).count, 1 << (Array(lags).count - 1))
        // ln(lag) is a whole number of ln(2): the weights with which a line's slope sums up the logarithms.
        let middle = Double(count - 1) / 2
        let spread = Double(count * (count * count - 1)) / 12
        let weights = (0..<count).map { (Double($0) - middle) / (spread * log(2.0)) }
        let values = span
        return Series(count: self.count) { result in
            for stretch in Series.stretches(of: self) where stretch.count >= period {
                Rolling.folds(
                    in: (stretch.lowerBound + largest)..<stretch.upperBound, period: period - largest, into: &result,
                    of: { index, _ in
                        var squares = SIMD16<Double>()
                        for place in 0..<count {
                            let move = values[index] - values[index - (1 << place)]
                            squares[place] = move * move
                        }
                        return LaneSums(squares)
                    },
                    finish: { _, _, sums in
                        var slope = 0.0
                        for place in 0..<count { slope += weights[place] * log(sums[place]) / 2 }
                        return slope.isFinite ? slope : .nan
                    })
            }
        }
    }
}
