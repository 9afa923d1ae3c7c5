import Candles

extension Indicator {
    package static let smi = Indicator(
        "smi", title: "Stochastic momentum index",
        summary: "How far the close is from the middle of its range, smoothed twice, from -100 to 100.",
        formula: """
            100 * S(close - middle) / (S(range) / 2), where middle and range are those of the highest high and the lowest \
            low of the last period candles and S = EMA over fast values of EMA over slow values; 0 where the range is 0. \
            signal = EMA of smi. Both begin together.
            """,
        source: "Blau, Stochastic Momentum, Stocks & Commodities 11:1, 1993; TA-Lib SMI",
        inputs: [.high, .low, .close],
        options: [
            .period("period", 13, from: 2), .period("fast", 2, from: 2), .period("slow", 25, from: 2),
            .period("signal", 9, from: 2),
        ],
        outputs: [.series("smi"), .series("signal")],
        warmup: { $0.period + $0.whole("slow") + $0.whole("fast") + $0.whole("signal") - 4 }
    ) { arguments in
        let (prices, options) = (arguments.inputs, arguments.options)
        let range = PriceRange(prices, options.period)
        let distance = Series.candlewise(prices[2], range.highest, range.lowest) { $0 - ($1 + $2) / 2 }
        let width = Series.candlewise(range.highest, range.lowest) { $0 - $1 }
        let index = Series.candlewise(smooth(distance), smooth(width)) { distance, width in
            width > 0 ? 200 * (distance / width) : 0
        }
        return index.withAverage(.ema, options.whole("signal"))

        func smooth(_ series: Series) -> Series {
            series.exponentialMovingAverage(options.whole("slow")).exponentialMovingAverage(options.whole("fast"))
        }
    }
}
