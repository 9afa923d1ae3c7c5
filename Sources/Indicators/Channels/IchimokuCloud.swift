import Candles

extension Indicator {
    package static let ichimoku = Indicator(
        "ichimoku", title: "Ichimoku cloud",
        summary: "Middles of three ranges; two of them, moved forward, are the edges of a cloud.",
        formula: """
            m(n) = (highest high + lowest low of the last n candles) / 2. conversion = m(conversion), base = m(base); as \
            shift candles ago, span_a = (conversion + base) / 2 and span_b = m(spanb): what charts draw ahead is seen only \
            when its candle is there. The lagging line, a close drawn backward, looks ahead and is left out.
            """,
        source: "Hosoda, Ichimoku Kinko Hyo, 1969; Elliott, Ichimoku Charts, 2007",
        inputs: [.high, .low],
        options: [
            .period("conversion", 9), .period("base", 26), .period("spanb", 52),
            .whole("shift", 26, in: 0...100_000),
        ],
        outputs: ["conversion", "base", "span_a", "span_b"].map { .series($0) },
        warmups: { options in
            let (conversion, base) = (options.whole("conversion") - 1, options.whole("base") - 1)
            let shift = options.whole("shift")
            return [conversion, base, max(conversion, base) + shift, options.whole("spanb") - 1 + shift]
        }
    ) { arguments in
        let (inputs, options) = (arguments.inputs, arguments.options)
        let middles = ["conversion", "base", "spanb"].map { name in
            let range = PriceRange(inputs, options.whole(name))
            return Series.candlewise(range.highest, range.lowest) { ($0 + $1) / 2 }
        }
        let edges = [.candlewise(middles[0], middles[1]) { ($0 + $1) / 2 }, middles[2]]
        let shift = options.whole("shift")
        let spans = edges.map { edge in
            let values = edge.span
            return Series.along(inputs) { stretch, result in
                for index in stretch.dropFirst(shift) { result[index] = values[index - shift] }
            }
        }
        return (middles.prefix(2) + spans).map { .series($0) }
    }
}
