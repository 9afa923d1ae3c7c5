import Candles

extension Indicator {
    package static let zigzag = Indicator(
        "zigzag", title: "ZigZag",
        summary: "The last turn of price that is known, and the leg since; nothing is ever redrawn.",
        formula: """
            A leg up ends where low falls to its highest high less deviation percent of that; a leg down where high rises to \
            its lowest low and deviation percent more. pivot = the price of the last turn; extreme = the furthest price of \
            the leg since; direction = 1 up, -1 down. A candle that goes further than its leg never ends it. NaN before the \
            first turn, which is counted from the highest high and the lowest low so far.
            """,
        source: "Merrill, Filtered Waves, 1977, from each candle's view; no later candle is used",
        inputs: [.high, .low], options: [.real("deviation", 5, in: 0.001...99)],
        outputs: [.sparse("pivot"), .sparse("extreme"), .sparse("direction")],
        warmup: { _ in 1 }
    ) { arguments in
        let (high, low) = (arguments.inputs[0], arguments.inputs[1])
        let share = arguments.options.real("deviation") / 100
        let stretches = Series.stretches(of: high, low)
        let column = { (value: (Leg) -> Double) in
            let (highs, lows) = (high.span, low.span)
            return Series(count: high.count) { result in
                for stretch in stretches {
                    var leg = Leg(high: highs[stretch.lowerBound], low: lows[stretch.lowerBound], share: share)
                    for index in stretch.dropFirst() {
                        leg.add(high: highs[index], low: lows[index])
                        if leg.direction != 0 { result[index] = value(leg) }
                    }
                }
            }
        }
        return [
            .series(Series(column { $0.pivot }.values, tick: high.tick == low.tick ? high.tick : nil)),
            .series(Series(column { $0.extreme }.values, tick: high.tick == low.tick ? high.tick : nil)),
            .series(column { $0.direction }),
        ]
    }
}

/// A leg of price as it is known so far.
private struct Leg {
    /// 1 up, -1 down, 0 before the first turn.
    private(set) var direction = 0.0
    private(set) var pivot = Double.nan
    private var high: Double
    private var low: Double
    private let share: Double

    init(high: Double, low: Double, share: Double) {
        (self.high, self.low, self.share) = (high, low, share)
    }

    var extreme: Double { direction > 0 ? high : low }

    mutating func add(high newHigh: Double, low newLow: Double) {
        // Before the first turn both extremes go on; in a leg only its own does.
        let isHigher = direction >= 0 && newHigh > high
        let isLower = direction <= 0 && newLow < low
        if isHigher { high = newHigh }
        if isLower { low = newLow }
        if direction >= 0, !isHigher, newLow <= high - share * high.magnitude {
            (pivot, direction, low) = (high, -1, newLow)
        } else if direction <= 0, !isLower, newHigh >= low + share * low.magnitude {
            (pivot, direction, high) = (low, 1, newHigh)
        }
    }
}
