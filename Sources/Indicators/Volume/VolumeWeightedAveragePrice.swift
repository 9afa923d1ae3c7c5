import Candles

extension Indicator {
    package static let vwap = Indicator(
        "vwap", title: "Volume-weighted average price",
        summary: "The mean price of all that was traded since the first candle.",
        formula: """
            Sum of p * volume / sum of volume, p = (high + low + close) / 3, from the first candle on; it begins anew behind \
            a missing value. NaN until there is volume, where TA-Lib gives 0. ta.vwap_session begins anew each day.
            """,
        source: "Berkowitz, Logue and Noser, Journal of Finance 43, 1988, p. 97; TA-Lib VWAP",
        inputs: [.high, .low, .close, .volume], outputs: [.sparse("vwap")],
        warmup: { _ in 0 }
    ) { arguments in
        let inputs = arguments.inputs
        return [.series(.meanPrices(inputs[0], inputs[1], inputs[2], inputs[3]) { _ in false })]
    }

    package static let rollingVWAP = Indicator(
        "vwap_rolling", title: "Rolling volume-weighted average price",
        summary: "The mean price of what was traded in the last candles.",
        formula: """
            Sum of p * volume / sum of volume over the last period candles, p = (high + low + close) / 3. NaN where the \
            volumes sum to 0.
            """,
        source: "Berkowitz, Logue and Noser, Journal of Finance 43, 1988, p. 97",
        inputs: [.high, .low, .close, .volume], options: [.period("period", 20)], outputs: [.sparse("vwap")],
        warmup: { $0.period - 1 }
    ) { arguments in
        let (inputs, period) = (arguments.inputs, arguments.options.period)
        let price = Series.candlewise(inputs[0], inputs[1], inputs[2]) { ($0 + $1 + $2) / 3 }
        return [.series(price.windowMeans(weighedBy: inputs[3], period))]
    }

    package static let sessionVWAP = Indicator(
        "vwap_session", title: "Volume-weighted average price of the session",
        summary: "The mean price of what was traded since the session began.",
        formula: """
            Sum of p * volume / sum of volume since the first candle of the session, p = (high + low + close) / 3. A session \
            is a day, a week from Monday on or a calendar month; it begins at the hour opens by the clock of offset. NaN \
            until it has volume.
            """,
        source: "Berkowitz, Logue and Noser, Journal of Finance 43, 1988, p. 97; Pine ta.vwap",
        inputs: [.time, .high, .low, .close, .volume],
        options: [
            .choice("session", 0, of: SessionLength.allCases.map { Option.Choice("\($0)", $0.rawValue) }), .opens,
            .offset,
        ],
        outputs: [.sparse("vwap")],
        warmup: { _ in 0 }
    ) { arguments in
        let (inputs, options) = (arguments.inputs, arguments.options)
        let session = inputs[0].sessions(
            SessionLength(rawValue: options.whole("session")) ?? .day, opens: options.real("opens"),
            offset: options.real("offset"))
        let sessions = session.span
        return [
            .series(
                .meanPrices(inputs[1], inputs[2], inputs[3], inputs[4], session) { index in
                    unsafe sessions[unchecked: index] != sessions[unchecked: index - 1]
                })
        ]
    }
}

extension Series {
    /// The mean price of what was traded since the first candle, or the last one that `begins` anew; NaN while there is no
    /// volume. `clock` is a column that must have a value, too.
    @inline(__always)
    fileprivate static func meanPrices(
        _ high: Series, _ low: Series, _ close: Series, _ volume: Series, _ clock: Series? = nil,
        begins: (_ index: Int) -> Bool
    ) -> Series {
        let (highs, lows, closes, volumes) = (high.span, low.span, close.span, volume.span)
        return filled(along: [high, low, close, volume] + (clock.map { [$0] } ?? [])) { stretch, result in
            // Prices are summed about the first one: where nothing moves, the mean is exactly it.
            var (first, isFresh, value, traded) = (0.0, true, CompensatedSum(), CompensatedSum())
            for index in stretch {
                let price = unsafe (highs[unchecked: index] + lows[unchecked: index] + closes[unchecked: index]) / 3
                if isFresh || begins(index) {
                    (first, isFresh, value, traded) = (price, false, CompensatedSum(), CompensatedSum())
                }
                let volume = unsafe volumes[unchecked: index]
                value.add((price - first) * volume)
                traded.add(volume)
                unsafe result[unchecked: index] = (first + value.value / traded.value).orMissing
                // Of candles whose sum is no number any more nothing is left.
                if !price.isFinite { isFresh = true }
            }
        }
    }
}
