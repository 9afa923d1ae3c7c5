import Candles

/// Wilder's parabolic stop, which turns around whenever the price touches it.
struct Parabola {
    /// The share of the way to the extreme that the stop goes in a candle: at first, more at each new extreme, at most.
    struct Speed {
        let first: Double
        let step: Double
        let most: Double

        init(first: Double, step: Double, most: Double) {
            (self.first, self.step, self.most) = (min(first, most), min(step, most), most)
        }
    }

    let long: Speed
    let short: Speed
    /// Long from this stop, or short from its negative; 0 lets the first two candles decide.
    var start = 0.0
    /// The fraction by which the stop gives way when it turns.
    var offset = 0.0
    /// Stops above the price are negative.
    var showsSide = false

    func stops(high: Series, low: Series) -> Series {
        let (highs, lows) = (high.span, low.span)
        return .along([high, low]) { stretch, result in
            guard stretch.count > 1 else { return }
            let first = stretch.lowerBound
            let fall = lows[first] - lows[first + 1]
            // The price of a short position, seen in a mirror, is that of a long one: so both are one rule.
            var side =
                start == 0 ? (fall > 0 && fall > highs[first + 1] - highs[first] ? -1.0 : 1) : (start < 0 ? -1 : 1)
            var speed = side > 0 ? long : short
            var share = speed.first
            var stop = start == 0 ? side * (side > 0 ? lows[first] : highs[first]) : side * start.magnitude
            var extreme = side * (side > 0 ? highs[first + 1] : lows[first + 1])
            var before = first + 1
            for index in (first + 1)..<stretch.upperBound {
                let range = behind(side, before, index)
                var floor = range.floor
                if side * (side > 0 ? lows[index] : highs[index]) <= stop {
                    // Turned: the old extreme becomes the stop, beyond the last two candles.
                    side = -side
                    floor = -range.ceiling
                    speed = side > 0 ? long : short
                    share = speed.first
                    stop = min(-extreme, floor)
                    if offset != 0 { stop -= stop.magnitude * offset }
                    result[index] = shown(stop, side)
                    extreme = side * (side > 0 ? highs[index] : lows[index])
                } else {
                    result[index] = shown(stop, side)
                    let reach = side * (side > 0 ? highs[index] : lows[index])
                    if reach > extreme {
                        extreme = reach
                        share = min(share + speed.step, speed.most)
                    }
                }
                stop = min(stop + share * (extreme - stop), floor)
                before = index
            }
        }

        /// The lowest low and the highest high of two candles as the side sees them.
        @inline(__always)
        func behind(_ side: Double, _ one: Int, _ other: Int) -> (floor: Double, ceiling: Double) {
            let (low, high) = (min(lows[one], lows[other]), max(highs[one], highs[other]))
            return side > 0 ? (low, high) : (-high, -low)
        }

        /// As the side sees it, a stop above the price is negative.
        @inline(__always)
        func shown(_ stop: Double, _ side: Double) -> Double { showsSide ? stop : stop * side }
    }
}
