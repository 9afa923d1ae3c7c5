extension Indicator {
    package static let cdlhikkake = hikkake(
        "cdlhikkake", title: "Hikkake", summary: "A break out of an inside candle that may be false.",
        formula: """
            A candle within the range of the one before; then one with both a lower high and a lower low: 100, or both \
            higher: -100. Confirmed when one of the next three candles closes beyond the inside candle's high (after \
            100) or low (after -100): 200, -200 there. A new pattern takes the place of one that waits.
            """,
        lookback: 5
    ) { c in
        guard c.high(1) < c.high(2), c.low(1) > c.low(2) else { return 0 }
        if c.high(0) < c.high(1), c.low(0) < c.low(1) { return 100 }
        if c.high(0) > c.high(1), c.low(0) > c.low(1) { return -100 }
        return 0
    }

    /// A pattern that waits for its confirmation: `verdict` sees it, and one of the next three closes confirms it.
    static func hikkake(
        _ name: String, title: String, summary: String, formula: String, lookback: Int,
        measures: [(CandleMeasure, Int)] = [], verdict: @escaping @Sendable (borrowing CandleShape) -> Double
    ) -> Indicator {
        let sums = CandleSum.all(of: measures)
        // Patterns of the three candles before the first verdict may wait for it.
        let first = lookback - 3
        return Indicator(
            name, title: title, summary: summary, formula: formula,
            source: "Chesler, Trading False Moves with the Hikkake Pattern, Active Trader, April 2004; TA-Lib "
                + name.uppercased(),
            inputs: [.open, .high, .low, .close], outputs: [.score(name)], warmup: { _ in lookback }
        ) { arguments in
            var waiting = HikkakeWait()
            return scan(arguments, sums, lookback: first) { shape in
                if shape.row == first { waiting = HikkakeWait() }
                let score = waiting.score(shape, seen: verdict(shape))
                return shape.row >= lookback ? score : 0
            }
        }
    }
}

/// The last pattern, until its confirmation comes or three candles have passed.
private struct HikkakeWait {
    private var seen = 0.0
    private var age = 4
    private var inside = (high: 0.0, low: 0.0)

    mutating func score(_ candle: borrowing CandleShape, seen now: Double) -> Double {
        age += 1
        if now != 0 {
            (seen, age, inside) = (now, 0, (candle.high(1), candle.low(1)))
            return now
        }
        guard age <= 3, seen > 0 ? candle.close(0) > inside.high : candle.close(0) < inside.low else { return 0 }
        age = 4
        return 2 * seen
    }
}
