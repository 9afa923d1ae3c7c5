import Candles

extension Indicator {
    package static let ma = Indicator(
        "ma", title: "Moving average",
        summary: "A moving average whose kind is chosen by an option.",
        formula: """
            That of the indicator of the kind's name, with its own defaults beside the period (t3: vfactor 0.7; mama: \
            0.5 and 0.05, whatever the period). Period 1: the value itself.
            """,
        source: "TA-Lib MA",
        inputs: [.source], options: [.period("period", 30), .average("average", .sma)], outputs: [.series("ma")],
        warmup: { $0.average("average").warmup($0.period) }
    ) { [.series($0.inputs[0].movingAverage($0.options.average("average"), $0.options.period))] }
}

extension Series {
    /// The moving average of this kind; a period of 1 gives the values themselves.
    func movingAverage(_ kind: MovingAverageKind, _ period: Int) -> Series {
        guard period > 1 else { return .candlewise(self) { $0 } }
        return switch kind {
        case .sma: simpleMovingAverage(period)
        case .ema: exponentialMovingAverage(period)
        case .wma: weightedMovingAverage(period)
        case .dema: doubleExponentialMovingAverage(period)
        case .tema: tripleExponentialMovingAverage(period)
        case .trima: triangularMovingAverage(period)
        case .kama: kaufmanMovingAverage(period)
        case .mama: mesaMovingAverage().mama
        case .t3: tillsonMovingAverage(period)
        case .hma: hullMovingAverage(period)
        case .zlema: zeroLagMovingAverage(period)
        case .rma: wilderMovingAverage(period)
        }
    }

    /// The same with its first value on candle `start` of each stretch, counted from 0: as if earlier candles than it
    /// needs for that were not there.
    func movingAverage(_ kind: MovingAverageKind, _ period: Int, from start: Int) -> Series {
        let late = start - kind.warmup(period)
        guard late > 0 else { return movingAverage(kind, period) }
        return withoutLeading(late).movingAverage(kind, period)
    }

    /// The same without the first `count` values of each stretch.
    func withoutLeading(_ count: Int) -> Series {
        if count == 0 { return self }
        let values = span
        let rest = Series.along([self]) { stretch, result in
            for index in stretch.dropFirst(count) { result[index] = values[index] }
        }
        return Series(rest.values, tick: tick)
    }
}

extension MovingAverageKind {
    /// How many leading candles are without a value.
    func warmup(_ period: Int) -> Int {
        guard period > 1 else { return 0 }
        return switch self {
        case .sma, .ema, .wma, .trima, .rma: period - 1
        case .dema: 2 * (period - 1)
        case .tema: 3 * (period - 1)
        case .t3: 6 * (period - 1)
        case .kama: period
        case .mama: 32
        case .hma: period - 2 + Int(Double(period).squareRoot())
        case .zlema: period - 1 + (period - 1) / 2
        }
    }
}
