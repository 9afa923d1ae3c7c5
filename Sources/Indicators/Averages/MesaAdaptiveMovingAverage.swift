import Candles
import Foundation

extension Indicator {
    package static let mama = Indicator(
        "mama", title: "MESA adaptive moving average",
        summary: "An average that follows fast where the cycle of the price turns fast, and a slower one behind it.",
        formula: """
            phase = atan(quadrature / in phase) in degrees, 0 where the latter is 0, of Ehlers' Hilbert transform from \
            candle 12 on; a = fast / max(phase before - phase, 1), at least slow; mama + a * (value - mama), \
            fama + a / 2 * (mama - fama), both from 0.
            """,
        source: "Ehlers, MESA Adaptive Moving Averages, Stocks & Commodities 19:9, 2001; TA-Lib MAMA",
        inputs: [.source], options: [.real("fast", 0.5, in: 0.01...0.99), .real("slow", 0.05, in: 0.01...0.99)],
        outputs: [.series("mama"), .series("fama")],
        warmup: { _ in Series.mesaWarmup }
    ) { arguments in
        let (mama, fama) = arguments.inputs[0].mesaMovingAverage(
            fast: arguments.options.real("fast"), slow: arguments.options.real("slow"))
        return [.series(mama), .series(fama)]
    }
}

extension Series {
    static let mesaWarmup = 32

    func mesaMovingAverage(fast: Double = 0.5, slow: Double = 0.05) -> (mama: Series, fama: Series) {
        let shares = mesaShares(fast: fast, slow: slow)
        let mama = Series.following(self, by: shares) { $0 }
        let fama = Series.following(mama, by: shares) { $0 / 2 }
        let late = Series.mesaWarmup - Series.mesaSettling
        return (mama.withoutLeading(late), fama.withoutLeading(late))
    }

    /// Candles that pass before the transform begins.
    private static let mesaSettling = 12

    /// The share of the way to each value, from the turn of the phase.
    private func mesaShares(fast: Double, slow: Double) -> Series {
        let values = span
        return .along([self]) { stretch, result in
            var (transform, phase) = (HilbertTransform(), 0.0)
            for index in stretch.dropFirst(Series.mesaSettling) {
                transform.advance(HilbertTransform.smooth(values, at: index))
                let before = phase
                phase = transform.inPhase == 0 ? 0 : atan(transform.quadrature / transform.inPhase) * 180 / .pi
                let turn = before - phase
                result[index] = turn > 1 ? Swift.max(fast / turn, slow) : fast
            }
        }
    }

    /// From 0 on, the part of the way to each value that `part` makes of the share.
    private static func following(_ values: Series, by shares: Series, _ part: (Double) -> Double) -> Series {
        let (values, shareSpan) = (values.span, shares.span)
        return .along([shares]) { stretch, result in
            var mean = 0.0
            for index in stretch {
                mean += part(shareSpan[index]) * (values[index] - mean)
                result[index] = mean
            }
        }
    }
}
