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
        let (price, volume) = TypicalVolume.columns(arguments.inputs)
        let (prices, volumes) = (price.span, volume.span)
        return [
            .series(
                .along([price, volume]) { stretch, result in
                    var traded = TypicalVolume(from: prices[stretch.lowerBound])
                    for index in stretch { result[index] = traded.mean(with: prices[index], volumes[index]) }
                })
        ]
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
        let (price, volume) = TypicalVolume.columns(arguments.inputs)
        return [.series(price.windowMeans(weighedBy: volume, arguments.options.period))]
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
        let (price, volume) = TypicalVolume.columns(Array(inputs.dropFirst()))
        let session = inputs[0].sessions(
            SessionLength(rawValue: options.whole("session")) ?? .day, opens: options.real("opens"),
            offset: options.real("offset"))
        let (prices, volumes, sessions) = (price.span, volume.span, session.span)
        return [
            .series(
                .along([session, price, volume]) { stretch, result in
                    var traded = TypicalVolume(from: prices[stretch.lowerBound])
                    for index in stretch {
                        if index > stretch.lowerBound, sessions[index] != sessions[index - 1] {
                            traded = TypicalVolume(from: prices[index])
                        }
                        result[index] = traded.mean(with: prices[index], volumes[index])
                    }
                })
        ]
    }
}

/// What was traded so far, and at which typical price in the mean.
private struct TypicalVolume {
    /// Prices are summed about the first one: where nothing moves, the mean is exactly it.
    private let first: Double
    private var volume = CompensatedSum()
    private var value = CompensatedSum()

    init(from price: Double) { first = price }

    /// The mean price with one more candle; NaN while there is no volume.
    @inline(__always)
    mutating func mean(with price: Double, _ volume: Double) -> Double {
        value.add((price - first) * volume)
        self.volume.add(volume)
        let mean = first + value.value / self.volume.value
        return mean.isFinite ? mean : .nan
    }

    /// (high + low + close) / 3 and the volume, of high, low, close and volume.
    static func columns(_ inputs: [Series]) -> (price: Series, volume: Series) {
        (.candlewise(inputs[0], inputs[1], inputs[2]) { ($0 + $1 + $2) / 3 }, inputs[3])
    }
}
