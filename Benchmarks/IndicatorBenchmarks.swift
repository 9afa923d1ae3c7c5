// A strategy's columns are made once a study and then taken from the cache, so a search pays the hit and the crossing
// mask in every trial, and the indicator itself only where parameters differ or candles are many.

import CColumns
import Candles
import Foundation
import Indicators

enum IndicatorBenchmarks {
    static var all: [Subject] {
        [
            Subject("indicators.cached") {
                let (cache, close) = (ColumnCache(), Samples.tenThousand.close)
                return Work(per: "moving average that is in the cache", count: 1000) {
                    for _ in 0..<1000 { keep(cache.columns(of: .sma, [close], [20])) }
                }
            },
            workers("shared", caches: 1),
            workers("own", caches: 2),
            Subject("indicators.family") {
                Work(per: "window of 100 of a moving average, 10,000 new candles", count: 100) {
                    let close = Samples.tenThousand.close.slice(0..<10_000)
                    for period in 5..<105 { keep(close.simpleMovingAverage(period)) }
                }
            },
            Subject("indicators.windows") {
                Work(per: "window of 100 of a moving average, each by itself", count: 100) {
                    for period in 5..<105 {
                        keep(Samples.tenThousand.close.slice(0..<10_000).simpleMovingAverage(period))
                    }
                }
            },
            Subject("indicators.sums") {
                let values = Series((1...10_000_000).map { 0.1 + Double($0).squareRoot() })
                return Work(per: "candle of 10,000,000 without a tick, mean of 50", count: 10_000_000) {
                    keep(values.simpleMovingAverage(50))
                }
            },
        ] + widths.filter { columns_has_width($0.width) }.map { crossing($0.width, $0.name) }
            + [10_000, 1_000_000].flatMap(expressions)
    }

    /// Two threads that ask for the same 100 moving averages in turn: once computed, then 20 times found.
    private static func workers(_ name: String, caches count: Int) -> Subject {
        Subject("indicators.workers_2.\(name)") {
            Work(per: "request of two workers, 100 windows, each asked 20 times", count: 4000) {
                let (caches, close) = ((0..<count).map { _ in ColumnCache() }, Samples.tenThousand.close)
                DispatchQueue.concurrentPerform(iterations: 2) { worker in
                    for _ in 0..<20 {
                        for period in 5..<105 {
                            keep(caches[worker % count].columns(of: .ema, [close], [Double(period)]))
                        }
                    }
                }
            }
        }
    }

    private static let widths: [(width: columns_width, name: String)] = [
        (COLUMNS_BASELINE, "baseline"), (COLUMNS_AVX2, "avx2"), (COLUMNS_AVX512, "avx512"),
    ]

    private static func crossing(_ width: columns_width, _ name: String) -> Subject {
        Subject("indicators.crossing.\(name)") {
            let close = Samples.tenThousand.close
            let (fast, slow) = (close.simpleMovingAverage(20), close.simpleMovingAverage(100))
            return Work(per: "candle of 10,000, two columns to one mask", count: 10_000) {
                let chosen = columns_width_in_use()
                columns_use_width(width)
                keep(Mask.crossover(fast, slow))
                columns_use_width(chosen)
            }
        }
    }

    /// `(close - mean) / deviation` in pieces, one operation after the other, and in a loop written for it; the first
    /// two compared with 2 as well.
    private static func expressions(_ count: Int) -> [Subject] {
        func subject(_ name: String, _ work: @escaping (_ close: Series, _ mean: Series, _ deviation: Series) -> Any)
            -> Subject
        {
            Subject("indicators.expression.\(name).\(count)") {
                let close = (count == 10_000 ? Samples.tenThousand : Samples.million).close
                let (mean, deviation) = (close.simpleMovingAverage(20), close.standardDeviation(20))
                return Work(per: "candle of \(count), (close - mean) / deviation", count: count) {
                    keep(work(close, mean, deviation))
                }
            }
        }
        func whole(_ close: Series, _ mean: Series, _ deviation: Series) -> SeriesExpression {
            let distance = SeriesExpression(.subtract, .series(close), .series(mean))
            return SeriesExpression(.divide, .expression(distance), .series(deviation))
        }
        func loop(_ close: Series, _ mean: Series, _ deviation: Series) -> Series {
            let (closes, means, deviations) = (close.span, mean.span, deviation.span)
            return Series(unfilled: count) { result in
                for index in 0..<count {
                    let distance = unsafe closes[unchecked: index] - means[unchecked: index]
                    unsafe result[unchecked: index] = distance / deviations[unchecked: index]
                }
            }
        }
        return [
            subject("fused") { whole($0, $1, $2).series },
            subject("steps") { ($0 - $1) / $2 },
            subject("loop") { loop($0, $1, $2) },
            subject("fused_mask") { Mask(.expression(whole($0, $1, $2)), .above, .number(2)) },
            subject("steps_mask") { Mask.above(($0 - $1) / $2, 2) },
        ]
    }
}
