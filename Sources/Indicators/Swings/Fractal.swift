import Candles

extension Indicator {
    package static let fractal = Indicator(
        "fractal", title: "Williams fractal",
        summary: "Where a candle is known to have been a turn: enough candles after it stayed within it.",
        formula: """
            swinghigh = 100 where the high of rightbars candles ago is above those of the leftbars candles before it and of \
            all candles after it; swinglow = 100 likewise with the low. 0 elsewhere. It shows when it is known, not where \
            it was.
            """,
        source: "Williams, Trading Chaos, 1995; TA-Lib FRACTAL",
        inputs: [.high, .low],
        options: [.period("leftbars", 2), .period("rightbars", 2)],
        outputs: [.score("swinghigh"), .score("swinglow")],
        warmup: { $0.whole("leftbars") + $0.whole("rightbars") }
    ) { arguments in
        let (high, low, options) = (arguments.inputs[0], arguments.inputs[1], arguments.options)
        let (left, right) = (options.whole("leftbars"), options.whole("rightbars"))
        let stretches = Series.stretches(of: high, low)
        return [
            .series(high.turns(left, right, in: stretches, Rolling.largest) { $0 > $1 }),
            .series(low.turns(left, right, in: stretches, Rolling.smallest) { $0 < $1 }),
        ]
    }
}

extension Series {
    /// 100 where the value of `right` candles ago passes all of the `left` ones before it and those since; 0 elsewhere.
    @inline(__always)
    fileprivate func turns(
        _ left: Int, _ right: Int, in stretches: [Range<Int>], _ extremes: Extremes, passes: (Double, Double) -> Bool
    ) -> Series {
        let values = span
        let before = windows(left, in: stretches, extremes)
        let after = windows(right, in: stretches, extremes)
        let (befores, afters) = (before.span, after.span)
        return Series(count: count, initial: 0) { result in
            for stretch in stretches where stretch.count > left + right {
                for index in (stretch.lowerBound + left + right)..<stretch.upperBound {
                    let turn = index - right
                    if passes(values[turn], befores[turn - 1]), passes(values[turn], afters[index]) {
                        result[index] = 100
                    }
                }
            }
        }
    }

    /// `Rolling.largest` or `smallest`.
    fileprivate typealias Extremes = (Series, Range<Int>, Int, inout MutableSpan<Double>) -> Void

    private func windows(_ period: Int, in stretches: [Range<Int>], _ extremes: Extremes) -> Series {
        Series(count: count) { result in
            for stretch in stretches { extremes(self, stretch, period, &result) }
        }
    }
}
