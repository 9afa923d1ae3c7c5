extension Indicator {
    package static let cdlhikkakemod = hikkake(
        "cdlhikkakemod", title: "Modified hikkake",
        summary: "A break out of two inside candles that may be false, where the first closed at its extreme.",
        formula: """
            Two candles, each within the range of the one before, the first closing near its low: then one with both a \
            lower high and a lower low: 100; or closing near its high: then both higher: -100. Confirmed as the hikkake: \
            200, -200.
            """,
        lookback: 10, measures: [(.near, 2)]
    ) { c in
        guard c.high(2) < c.high(3), c.low(2) > c.low(3), c.high(1) < c.high(2), c.low(1) > c.low(2) else { return 0 }
        if c.high(0) < c.high(1), c.low(0) < c.low(1), c.close(2) <= c.low(2) + c.near(2) { return 100 }
        if c.high(0) > c.high(1), c.low(0) > c.low(1), c.close(2) >= c.high(2) - c.near(2) { return -100 }
        return 0
    }
}
