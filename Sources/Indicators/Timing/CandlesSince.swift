import Candles

extension Indicator {
    package static let since = Indicator(
        "since", title: "Candles since",
        summary: "How many candles ago the mask last said yes.",
        formula: "0 where the mask says yes, and 1 more with each candle after. NaN before its first yes.",
        source: "Pine ta.barssince",
        inputs: [.mask("mask")], outputs: [.sparse("since")],
        warmup: { _ in 0 }
    ) { arguments in
        let mask = arguments.masks[0]
        return [
            .series(
                Series(count: mask.count) { result in
                    var next = mask.first(from: 0)
                    while let yes = next {
                        next = mask.first(from: yes + 1)
                        for index in yes..<(next ?? mask.count) { result[index] = Double(index - yes) }
                    }
                })
        ]
    }
}
