/// The candles of a stretch as a pattern sees them from one of them: 0 is that candle, 1 the one before.
struct CandleShape: ~Escapable {
    /// How many candles of the stretch are before this one.
    var row: Int { index - start }
    /// Share of a body that another candle must reach into; 0 for patterns without it.
    let penetration: Double
    /// The candle that is looked at.
    var index: Int

    private let start: Int
    private let opens: Span<Double>
    private let highs: Span<Double>
    private let lows: Span<Double>
    private let closes: Span<Double>
    private let sums: Span<Double>

    @_lifetime(copy candles, copy sums)
    init(_ candles: CandleColumns, sums: Span<Double>, start: Int, penetration: Double) {
        (opens, highs, lows, closes) = (candles.opens, candles.highs, candles.lows, candles.closes)
        self.sums = sums
        self.penetration = penetration
        (self.start, index) = (start, start)
    }

    @inline(__always)
    private func threshold(_ measure: CandleMeasure, _ back: Int) -> Double {
        let sum = sums[measure.slot(back) * CandleSums.blockCount + index % CandleSums.blockCount]
        return measure.factor * (sum / Double(measure.period))
    }
}

/// Prices and parts of a candle.
extension CandleShape {
    @inline(__always) func open(_ back: Int) -> Double { opens[index &- back] }
    @inline(__always) func high(_ back: Int) -> Double { highs[index &- back] }
    @inline(__always) func low(_ back: Int) -> Double { lows[index &- back] }
    @inline(__always) func close(_ back: Int) -> Double { closes[index &- back] }

    @inline(__always) func body(_ back: Int) -> Double { (close(back) - open(back)).magnitude }
    /// The upper end of the body.
    @inline(__always) func top(_ back: Int) -> Double { max(open(back), close(back)) }
    /// The lower end of the body.
    @inline(__always) func bottom(_ back: Int) -> Double { min(open(back), close(back)) }
    /// The upper shadow.
    @inline(__always) func upper(_ back: Int) -> Double { high(back) - top(back) }
    /// The lower shadow.
    @inline(__always) func lower(_ back: Int) -> Double { bottom(back) - low(back) }

    /// Closes at or above its open.
    @inline(__always) func isWhite(_ back: Int) -> Bool { close(back) >= open(back) }
    @inline(__always) func isBlack(_ back: Int) -> Bool { !isWhite(back) }
    /// 1 for a white candle, -1 for a black one.
    @inline(__always) func color(_ back: Int) -> Double { isWhite(back) ? 1 : -1 }
}

/// How two candles lie to each other.
extension CandleShape {
    /// The bodies leave a gap, and `back` is above `other`.
    @inline(__always) func bodyGapsUp(_ back: Int, over other: Int) -> Bool { bottom(back) > top(other) }
    @inline(__always) func bodyGapsDown(_ back: Int, under other: Int) -> Bool { top(back) < bottom(other) }
    /// The candles leave a gap, shadows included.
    @inline(__always) func gapsUp(_ back: Int, over other: Int) -> Bool { low(back) > high(other) }
    @inline(__always) func gapsDown(_ back: Int, under other: Int) -> Bool { high(back) < low(other) }
    /// The price is within the two, ends excluded.
    @inline(__always) func isWithinBody(_ price: Double, _ back: Int) -> Bool {
        price > bottom(back) && price < top(back)
    }
    /// No further apart than what counts as equal before the candle `back`.
    @inline(__always) func areEqual(_ price: Double, _ other: Double, _ back: Int) -> Bool {
        let equal = threshold(.equal, back)
        return price <= other + equal && price >= other - equal
    }
}

/// What counts as long, short or near for the candle `back`; NaN where the pattern does not list the measure.
extension CandleShape {
    @inline(__always) func isLong(_ back: Int) -> Bool { body(back) > threshold(.longBody, back) }
    @inline(__always) func isDoji(_ back: Int) -> Bool { body(back) <= threshold(.dojiBody, back) }
    @inline(__always) func shortBody(_ back: Int) -> Double { threshold(.shortBody, back) }
    @inline(__always) func dojiBody(_ back: Int) -> Double { threshold(.dojiBody, back) }
    @inline(__always) func equal(_ back: Int) -> Double { threshold(.equal, back) }
    @inline(__always) func near(_ back: Int) -> Double { threshold(.near, back) }
    @inline(__always) func far(_ back: Int) -> Double { threshold(.far, back) }
    @inline(__always) func shortShadow(_ back: Int) -> Double { threshold(.shortShadow, back) }
    @inline(__always) func veryShortShadow(_ back: Int) -> Double { threshold(.veryShortShadow, back) }
    @inline(__always) func longShadow(_ back: Int) -> Double { CandleMeasure.longShadow.factor * body(back) }
    @inline(__always) func veryLongShadow(_ back: Int) -> Double { CandleMeasure.veryLongShadow.factor * body(back) }
    /// No upper shadow worth the name.
    @inline(__always) func hasNoUpper(_ back: Int) -> Bool { upper(back) < veryShortShadow(back) }
    @inline(__always) func hasNoLower(_ back: Int) -> Bool { lower(back) < veryShortShadow(back) }
}
