import Foundation

/// Ehlers' Hilbert transform, which splits a price into the two halves of its cycle and measures how long that is.
///
/// Fed candle by candle; what was before the first is taken as 0. Ehlers, Rocket Science for Traders, 2001, p. 63.
struct HilbertTransform {
    /// The half in step with the price and the one a quarter of a cycle ahead.
    private(set) var inPhase = 0.0
    private(set) var quadrature = 0.0
    /// The length of the cycle in candles, 6 to 50, before the last smoothing; and after it.
    private(set) var period = 0.0
    private(set) var smoothPeriod = 0.0

    private var detrend = QuarterFilter()
    private var turn = QuarterFilter()
    private var turnInPhase = QuarterFilter()
    private var turnQuadrature = QuarterFilter()
    private var detrended = SIMD4<Double>.zero
    /// The rotated halves of the candle before.
    private var before = (inPhase: 0.0, quadrature: 0.0)
    private var product = (real: 0.0, imaginary: 0.0)

    /// The mean of four prices with weights 1 to 4, the newest the largest: what the transform is fed.
    @inline(__always)
    static func smooth(_ values: Span<Double>, at index: Int) -> Double {
        (4 * values[index] + 3 * values[index - 1] + 2 * values[index - 2] + values[index - 3]) / 10
    }

    mutating func advance(_ smooth: Double) {
        let gain = 0.075 * period + 0.54
        inPhase = detrended[2]
        detrended = SIMD4(detrend(smooth, gain), detrended[0], detrended[1], detrended[2])
        quadrature = turn(detrended[0], gain)
        let rotated = (
            inPhase: 0.2 * (inPhase - turnQuadrature(quadrature, gain)) + 0.8 * before.inPhase,
            quadrature: 0.2 * (quadrature + turnInPhase(inPhase, gain)) + 0.8 * before.quadrature
        )
        measure(rotated)
        before = rotated
    }

    /// The period from the angle that the halves have turned since the candle before.
    private mutating func measure(_ now: (inPhase: Double, quadrature: Double)) {
        let real = now.inPhase * before.inPhase + now.quadrature * before.quadrature
        let imaginary = now.inPhase * before.quadrature - now.quadrature * before.inPhase
        product = (0.2 * real + 0.8 * product.real, 0.2 * imaginary + 0.8 * product.imaginary)
        var length = period
        if product.real != 0, product.imaginary != 0 { length = 2 * .pi / atan(product.imaginary / product.real) }
        length = min(max(min(length, 1.5 * period), 0.67 * period), 50)
        period = 0.2 * max(length, 6) + 0.8 * period
        smoothPeriod = 0.33 * period + 0.67 * smoothPeriod
    }
}

/// Turns a wave by a quarter of its cycle: Ehlers' four taps on the last seven values.
private struct QuarterFilter {
    private var past = SIMD8<Double>.zero

    @inline(__always)
    mutating func callAsFunction(_ value: Double, _ gain: Double) -> Double {
        past = SIMD8(value, past[0], past[1], past[2], past[3], past[4], past[5], past[6])
        return (0.0962 * (past[0] - past[6]) + 0.5769 * (past[2] - past[4])) * gain
    }
}
