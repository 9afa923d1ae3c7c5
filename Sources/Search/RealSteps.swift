/// The points `low`, `low + step`, … not above `high`, each the number a person would write.
///
/// Adding 0.1 to 0.1 again and again drifts away from 0.3. Where low and step are decimal fractions, a point is a whole
/// number of the smallest decimal divided once, which is exactly the double that `0.3` means.
struct RealSteps: Hashable, Sendable {
    let low: Double
    let high: Double
    let step: Double
    let count: Int
    /// low and step times `scale`, whole numbers; nil where they are no short decimals.
    private let decimals: Decimals?

    private struct Decimals: Hashable {
        let low: Double
        let step: Double
        let scale: Double
    }

    init(low: Double, high: Double, step: Double) {
        self.low = low
        self.high = high
        self.step = step
        let decimals = RealSteps.decimals(low, step)
        // The quotient is off by the rounding of its three inputs; a last point missed by no more than that counts.
        let quotient = (high - low) / step
        let slack = 2 * (max(low.magnitude, high.magnitude).ulp / step + quotient.ulp)
        let last = (quotient + min(slack, 0.5)).rounded(.down)
        self.decimals = decimals.flatMap { $0.low.magnitude + last * $0.step < 0x1p53 ? $0 : nil }
        count = Int(last) + 1
    }

    func point(_ index: Int) -> Double {
        guard let decimals else { return min(low + Double(index) * step, high) }
        return min((decimals.low + Double(index) * decimals.step) / decimals.scale, high)
    }

    func nearest(to value: Double) -> Int {
        let index = ((value - low) / step).rounded()
        return index > 0 ? Int(min(index, Double(count - 1))) : 0
    }

    private static func decimals(_ low: Double, _ step: Double) -> Decimals? {
        var scale = 1.0
        for _ in 0...12 {
            let (wholeLow, wholeStep) = ((low * scale).rounded(), (step * scale).rounded())
            if wholeLow / scale == low, wholeStep / scale == step {
                return Decimals(low: wholeLow, step: wholeStep, scale: scale)
            }
            scale *= 10
        }
        return nil
    }
}
