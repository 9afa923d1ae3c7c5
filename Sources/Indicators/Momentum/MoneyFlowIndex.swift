import Candles

extension Indicator {
    package static let mfi = Indicator(
        "mfi", title: "Money flow index",
        summary: "The share of volume at rising prices in all of it, weighed by price, from 0 to 100.",
        formula: """
            100 * up / (up + down), sums of p * volume over the last period changes, where p = (high + low + close) / 3 rose \
            or fell; a change below 1e-14 of the price is none. 0 without any flow.
            """,
        source: "Quong and Soudack, Volume-Weighted RSI: Money Flow, Stocks & Commodities 7:3, 1989; TA-Lib MFI",
        inputs: [.high, .low, .close, .volume], options: [.period("period", 14, from: 2)], outputs: [.series("mfi")],
        warmup: { $0.period }
    ) { arguments in
        let price = Series.typicalPrice(arguments.inputs[0], arguments.inputs[1], arguments.inputs[2])
        let volume = arguments.inputs[3]
        let (prices, volumes) = (price.span, volume.span)
        return [
            .series(
                .along([price, volume]) { stretch, result in
                    Rolling.sums(in: stretch.dropFirst(), period: arguments.options.period, into: &result) { index in
                        let (now, before) = (prices[index], prices[index - 1])
                        let flow = now * volumes[index]
                        guard (now - before).magnitude > 1e-14 * now.magnitude else { return .zero }
                        return now > before ? SIMD2(flow, 0) : SIMD2(0, flow)
                    } finish: { _, flows in
                        let all = flows.x + flows.y
                        return all > 0 ? 100 * (flows.x / all) : 0
                    }
                })
        ]
    }
}
