import Candles

extension Indicator {
    package static let macd = Indicator(
        "macd", title: "Moving average convergence divergence",
        summary: "How far a fast exponential average is from a slow one, and that distance smoothed.",
        formula: """
            macd = fast EMA - slow EMA, the fast one seeded with the values that end where the slow one's seed ends; \
            signal = EMA of macd; histogram = macd - signal. All begin together. fast above slow: exchanged.
            """,
        source: "Appel, The Moving Average Convergence-Divergence Trading Method, 1979; TA-Lib MACD",
        inputs: [.source],
        options: [.period("fast", 12, from: 2), .period("slow", 26, from: 2), .period("signal", 9)],
        outputs: [.series("macd"), .series("signal"), .series("histogram")],
        warmup: { max($0.whole("fast"), $0.whole("slow")) + $0.whole("signal") - 2 }
    ) { arguments in
        let (source, signal) = (arguments.inputs[0], arguments.options.whole("signal"))
        let periods = [arguments.options.whole("fast"), arguments.options.whole("slow")]
        let distance = source.averageDistance(fast: periods.min() ?? 2, slow: periods.max() ?? 2)
        let smoothed = distance.exponentialMovingAverage(signal)
        let (line, mean) = (distance.span, smoothed.span)
        // Where the signal is still missing, all three are.
        return [
            .series(Series(count: source.count) { for i in line.indices { $0[i] = mean[i].isNaN ? .nan : line[i] } }),
            .series(smoothed),
            .series(Series(count: source.count) { for i in line.indices { $0[i] = line[i] - mean[i] } }),
        ]
    }
}

extension Series {
    /// Fast exponential average - slow one, from the candle on which the slow one begins.
    fileprivate func averageDistance(fast: Int, slow: Int) -> Series {
        let slowMeans = exponentialMovingAverage(slow)
        let fastMeans = Series(count: count) { result in
            for stretch in Series.stretches(of: self) where stretch.count >= slow {
                let late = (stretch.lowerBound + slow - fast)..<stretch.upperBound
                Rolling.exponentialMeans(of: self, in: late, period: fast, into: &result)
            }
        }
        let (fastSpan, slowSpan) = (fastMeans.span, slowMeans.span)
        return Series(count: count) { for index in fastSpan.indices { $0[index] = fastSpan[index] - slowSpan[index] } }
    }
}
