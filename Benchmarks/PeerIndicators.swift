// The indicators that Benchmarks/indicators-peers times beside TA-Lib, on the candles that `--candles FILE` writes.

import Candles
import Foundation
import Indicators

enum PeerIndicators {
    static var all: [Subject] {
        [
            subject("sma", .sma, [\.close], [20]), subject("ema", .ema, [\.close], [20]),
            subject("rsi", .rsi, [\.close], [14]), subject("atr", .atr, [\.high, \.low, \.close], [14]),
            subject("macd", .macd, [\.close], [12, 26, 9]), subject("bbands", .bbands, [\.close], [20, 2, 2]),
            subject("stoch", .stoch, [\.high, \.low, \.close], [14, 3, 0, 3, 0]),
            subject("adx", .adx, [\.high, \.low, \.close], [14]), subject("stddev", .stddev, [\.close], [20]),
            subject("max", .maximum, [\.close], [20]),
            subject("sma_new", .sma, [\.close], [20], isNew: true),
            subject("ema_new", .ema, [\.close], [20], isNew: true),
        ]
    }

    /// - Parameter isNew: columns that nobody has looked through before; a strategy's candles are, once a study.
    private static func subject(
        _ name: String, _ indicator: Indicator, _ columns: [KeyPath<CandleSeries, Series>], _ options: [Double],
        isNew: Bool = false
    ) -> Subject {
        Subject("peers.\(name)") {
            let inputs = columns.map { Samples.million[keyPath: $0] }
            return Work(per: "candle of 1,000,000", count: 1_000_000) {
                keep(indicator(isNew ? inputs.map { $0.slice(0..<$0.count) } : inputs, options))
            }
        }
    }

    static func writeCandles(to path: String) throws {
        try Samples.million.export(to: URL(filePath: path))
    }
}
