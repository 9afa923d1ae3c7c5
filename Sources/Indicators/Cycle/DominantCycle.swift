import Candles
import Foundation

/// The cycle that dominates a price: its length, where in it the price is, and what is left of the price without it.
///
/// Fed candle by candle from candle `settling` of a stretch on. Ehlers, Rocket Science for Traders, 2001, p. 95-108.
struct DominantCycle {
    /// Candles that pass before the first is fed, and before results are shown.
    static let settling = 37
    static let warmup = 63

    private static let longest = 50

    private(set) var transform = HilbertTransform()
    /// Where in its cycle the price is, in degrees, at most 315.
    private(set) var phase = 0.0
    /// The smoothed price, and the mean over a whole cycle, smoothed likewise.
    private(set) var price = 0.0
    private(set) var trend = 0.0

    /// The last smoothed prices, the newest at `newest`; 0 before the first.
    private var prices = [Double](repeating: 0, count: longest)
    private var newest = longest - 1
    private var means = SIMD3<Double>.zero

    var period: Double { transform.smoothPeriod }

    mutating func advance(_ values: Span<Double>, at index: Int) {
        price = HilbertTransform.smooth(values, at: index)
        newest = (newest + 1) % Self.longest
        prices[newest] = price
        transform.advance(price)
        let length = Int(period + 0.5)
        turn(length)
        // Never longer than the stretch so far: it begins at 6 and grows by less than a tenth a candle.
        var sum = 0.0
        for place in 0..<min(length, index + 1) { sum += values[index - place] }
        let mean = length > 0 ? sum / Double(length) : 0
        trend = (4 * mean + 3 * means[0] + 2 * means[1] + means[2]) / 10
        means = SIMD3(mean, means[0], means[1])
    }

    /// The angle of the smoothed prices of one cycle against a wave of its length.
    private mutating func turn(_ length: Int) {
        var (real, imaginary) = (0.0, 0.0)
        for place in 0..<min(length, Self.longest) {
            let angle = Double(place) * 2 * .pi / Double(length)
            let price = prices[(newest - place + Self.longest) % Self.longest]
            real += sin(angle) * price
            imaginary += cos(angle) * price
        }
        if imaginary != 0 {
            phase = atan(real / imaginary) * 180 / .pi
        } else if real != 0 {
            phase += real < 0 ? -90 : 90
        }
        // Smoothing came a candle late.
        phase += 90 + 360 / period
        if imaginary < 0 { phase += 180 }
        if phase > 315 { phase -= 360 }
    }
}

extension Series {
    /// What `value` reads from the dominant cycle at each candle, from candle 63 of each stretch on.
    @inline(__always)
    func dominantCycle(_ value: (DominantCycle) -> Double) -> Series {
        let values = span
        return .along([self]) { stretch, result in
            var cycle = DominantCycle()
            for index in stretch.dropFirst(DominantCycle.settling) {
                cycle.advance(values, at: index)
                if index >= stretch.lowerBound + DominantCycle.warmup { result[index] = value(cycle) }
            }
        }
    }
}
