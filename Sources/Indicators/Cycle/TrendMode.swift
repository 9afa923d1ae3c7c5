import Candles

extension Indicator {
    package static let htTrendmode = Indicator(
        "ht_trendmode", title: "Trend or cycle",
        summary: "1 where the price follows a trend, 0 where it follows its cycle.",
        formula: """
            A cycle for half a period behind each crossing of the sine waves, and while the phase turns at 0.67 to 1.5 \
            times the pace of the cycle; a trend otherwise, and wherever price and trend line are 1.5 % apart.
            """,
        source: "Ehlers, Rocket Science for Traders, 2001, p. 114; TA-Lib HT_TRENDMODE",
        inputs: [.source], outputs: [.score("ht_trendmode")], warmup: { _ in DominantCycle.warmup }
    ) { arguments in
        let source = arguments.inputs[0]
        let values = source.span
        return [
            .series(
                Series(count: source.count, initial: 0) { result in
                    for stretch in Series.stretches(of: source) {
                        var (cycle, mode) = (DominantCycle(), TrendMode())
                        for index in stretch.dropFirst(DominantCycle.settling) {
                            cycle.advance(values, at: index)
                            let isTrend = mode.advance(cycle)
                            if isTrend, index >= stretch.lowerBound + DominantCycle.warmup { result[index] = 1 }
                        }
                    }
                })
        ]
    }
}

/// Decides whether a price follows a trend, fed with its dominant cycle candle by candle.
private struct TrendMode {
    private var (phase, sine, leadSine) = (0.0, 0.0, 0.0)
    private var candlesSinceCrossing = 0

    mutating func advance(_ cycle: DominantCycle) -> Bool {
        let (sine, leadSine, turn) = (cycle.sine, cycle.leadSine, cycle.phase - phase)
        let hasCrossed =
            sine > leadSine && self.sine <= self.leadSine || sine < leadSine && self.sine >= self.leadSine
        (phase, self.sine, self.leadSine) = (cycle.phase, sine, leadSine)
        candlesSinceCrossing = hasCrossed ? 1 : candlesSinceCrossing + 1
        let pace = 360 / cycle.period
        let isCycle =
            hasCrossed || Double(candlesSinceCrossing) < cycle.period / 2
            || cycle.period != 0 && turn > 0.67 * pace && turn < 1.5 * pace
        let isFar = cycle.trend != 0 && ((cycle.price - cycle.trend) / cycle.trend).magnitude >= 0.015
        return isFar || !isCycle
    }
}
