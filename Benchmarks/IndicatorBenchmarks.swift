// A strategy's columns are made once a study and then taken from the cache, so a search pays the hit and the crossing
// mask in every trial, and the indicator itself only where parameters differ or candles are many.

import Candles
import Indicators

enum IndicatorBenchmarks {
    static var all: [Subject] {
        [
            indicator("sma", .sma, [\.close], 20),
            indicator("ema", .ema, [\.close], 20),
            indicator("rsi", .rsi, [\.close], 14),
            indicator("atr", .atr, [\.high, \.low, \.close], 14),
            Subject("indicators.cached") {
                let (cache, close) = (ColumnCache(), Samples.tenThousand.close)
                return Work(per: "moving average that is in the cache", count: 1000) {
                    for _ in 0..<1000 { keep(cache.columns(of: .sma, [close], [20])) }
                }
            },
            Subject("indicators.crossing") {
                let close = Samples.tenThousand.close
                let (fast, slow) = (close.simpleMovingAverage(20), close.simpleMovingAverage(100))
                return Work(per: "candle of 10,000, two columns to one mask", count: 10_000) {
                    keep(Mask.crossover(fast, slow))
                }
            },
        ]
    }

    private static func indicator(
        _ name: String, _ indicator: Indicator, _ columns: [KeyPath<CandleSeries, Series>], _ period: Double
    ) -> Subject {
        Subject("indicators.\(name)") {
            let inputs = columns.map { Samples.million[keyPath: $0] }
            return Work(per: "candle of 1,000,000, period \(Int(period))", count: 1_000_000) {
                keep(indicator(inputs, [period]))
            }
        }
    }
}
