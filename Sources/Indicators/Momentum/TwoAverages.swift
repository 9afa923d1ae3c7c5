import Candles

// The difference of a fast and a slow moving average: what `apo`, `ppo` and `pvo` share.

extension [Indicator.Option] {
    static let twoAverages: Self = [
        .period("fast", 12, from: 2), .period("slow", 26, from: 2), .average("average", .ema),
    ]
}

extension Indicator.Options {
    var twoAveragesWarmup: Int {
        max(average("average").warmup(whole("fast")), average("average").warmup(whole("slow")))
    }
}

extension Series {
    /// The average of the shorter and that of the longer period, each from its own beginning.
    func twoAverages(_ options: Indicator.Options) -> (fast: Series, slow: Series) {
        let periods = [options.whole("fast"), options.whole("slow")].sorted()
        let kind = options.average("average")
        return (movingAverage(kind, periods[0]), movingAverage(kind, periods[1]))
    }

    /// Their distance in percent of the slow one; 0 where that is 0.
    func twoAveragesPercentage(_ options: Indicator.Options) -> Series {
        let (fast, slow) = twoAverages(options)
        return .candlewise(fast, slow) { fast, slow in slow == 0 ? 0 : 100 * (fast - slow) / slow }
    }
}
