import Candles

extension Indicator {
    package static let pivots = Indicator(
        "pivots", title: "Pivot points",
        summary: "Levels of support and resistance told from the session before.",
        formula: """
            From high H, low L and close C of the session before, range D = H - L, p = (H + L + C) / 3. classic: r1 = 2p - L, \
            r2 = p + D, r3 = H + 2 (p - L). fibonacci: p + 0.382 D, p + 0.618 D, p + D. camarilla: C + 1.1 D / 12, / 6, / 4. \
            woodie: as classic with p = (H + L + 2C) / 4. s1 to s3 mirror them. A session is a day that begins at opens by \
            the clock of offset. NaN in the first session, which counts from its first candle.
            """,
        source: "Person, A Complete Guide to Technical Trading Tactics, 2004, ch. 6; Pine ta.pivot_point_levels",
        inputs: [.time, .high, .low, .close],
        options: [
            .choice("kind", 0, of: PivotKind.allCases.map { Option.Choice("\($0)", $0.rawValue) }), .opens, .offset,
        ],
        outputs: ["pivot", "r1", "r2", "r3", "s1", "s2", "s3"].map { .sparse($0) },
        warmup: { _ in 1 }
    ) { arguments in
        let (inputs, options) = (arguments.inputs, arguments.options)
        let days = inputs[0].sessions(.day, opens: options.real("opens"), offset: options.real("offset"))
        let kind = PivotKind(rawValue: options.whole("kind")) ?? .classic
        let (high, low, close) = (inputs[1], inputs[2], inputs[3])
        let stretches = Series.stretches(of: days, high, low, close)
        return (0..<7).map { level in
            let (day, highs, lows, closes) = (days.span, high.span, low.span, close.span)
            return .series(
                Series(count: days.count) { result in
                    for stretch in stretches {
                        var value = Double.nan
                        var session = (high: -Double.infinity, low: Double.infinity)
                        for index in stretch {
                            if index > stretch.lowerBound, day[index] != day[index - 1] {
                                value = kind.levels(session.high, session.low, closes[index - 1])[level]
                                session = (-.infinity, .infinity)
                            }
                            session = (max(session.high, highs[index]), min(session.low, lows[index]))
                            result[index] = value
                        }
                    }
                })
        }
    }
}

/// The rules by which a session's prices give the levels of the next.
private enum PivotKind: Int, CaseIterable {
    case classic, fibonacci, camarilla, woodie

    /// Pivot, three resistances from the nearest on, three supports likewise.
    func levels(_ high: Double, _ low: Double, _ close: Double) -> SIMD8<Double> {
        let range = high - low
        let pivot = self == .woodie ? (high + low + 2 * close) / 4 : (high + low + close) / 3
        switch self {
        case .classic, .woodie:
            var levels = SIMD8<Double>(repeating: pivot)
            (levels[1], levels[4]) = (2 * pivot - low, 2 * pivot - high)
            (levels[2], levels[5]) = (pivot + range, pivot - range)
            levels[3] = high + 2 * (pivot - low)
            levels[6] = low - 2 * (high - pivot)
            return levels
        case .fibonacci:
            let steps: SIMD8<Double> = [0, 0.382, 0.618, 1, -0.382, -0.618, -1, 0]
            return pivot + range * steps
        case .camarilla:
            let (near, middle, far) = (1.1 / 12, 1.1 / 6, 1.1 / 4)
            let steps: SIMD8<Double> = [0, near, middle, far, -near, -middle, -far, 0]
            var levels = close + range * steps
            levels[0] = pivot
            return levels
        }
    }
}
