import Candles
import Foundation

extension Indicator {
    package static let alma = Indicator(
        "alma", title: "Arnaud Legoux moving average",
        summary: "A mean weighed by a bell curve that stands near the newest candle.",
        formula: """
            Of the last period values, i from 0 for the oldest, weighed by exp(-(i - m)^2 / (2 s^2)), \
            m = offset * (period - 1), s = period / sigma; / sum of the weights. The work grows with the period.
            """,
        source: "Legoux and Kouzis-Loukas, arnaudlegoux.com, 2009; Pine ta.alma",
        inputs: [.source],
        options: [
            .whole("period", 9, in: 1...10_000), .real("offset", 0.85, in: 0...1), .real("sigma", 6, in: 0.01...1000),
        ],
        outputs: [.series("alma")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (source, options) = (arguments.inputs[0], arguments.options)
        let (period, sigma) = (options.period, options.real("sigma"))
        let middle = options.real("offset") * Double(period - 1)
        let nearest = middle.rounded() - middle
        let width = 2 * (Double(period) / sigma) * (Double(period) / sigma)
        // Counted from the nearest candle, whose weight is 1: however narrow the bell, they sum to 1 or more.
        let weights = (0..<period).map { place in
            let distance = Double(place) - middle
            return exp((nearest * nearest - distance * distance) / width)
        }
        return [.series(source.windowMeans(weighedBy: weights))]
    }
}

extension Series {
    /// Means over windows as long as `weights`, which are those of their candles from the oldest on.
    fileprivate func windowMeans(weighedBy weights: [Double]) -> Series {
        let (values, period, sum) = (span, weights.count, weights.reduce(0, +))
        let shares = weights.map { $0 / sum }
        return .along([self]) { stretch, result in
            var index = stretch.lowerBound + period - 1
            while index < stretch.upperBound {
                let count = Swift.min(4, stretch.upperBound - index)
                // About the newest value: where nothing moves, the mean does not, either.
                let newest = values.four(at: index, count: count)
                var distance = SIMD4<Double>.zero
                for place in 0..<period {
                    let older = values.four(at: index - period + 1 + place, count: count)
                    distance += shares[place] * (older - newest)
                }
                result.store(newest + distance, at: index, count: count)
                index += 4
            }
        }
    }
}
