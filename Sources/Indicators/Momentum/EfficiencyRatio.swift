import Candles

extension Indicator {
    package static let er = Indicator(
        "er", title: "Kaufman's efficiency ratio",
        summary: "How straight the way was: 1 for a straight line, near 0 for noise.",
        formula: "|value - value period candles ago| / sum of the |changes| between them. 1 where nothing moved.",
        source: "Kaufman, Smarter Trading, 1995, p. 130; TA-Lib ER",
        inputs: [.source], options: [.period("period", 10, from: 2)], outputs: [.series("er")],
        warmup: { $0.period }
    ) { [.series($0.inputs[0].efficiencyRatio($0.options.period))] }
}

extension Series {
    /// The way made over `period` candles as a share of all the way gone, 0 to 1.
    func efficiencyRatio(_ period: Int) -> Series {
        let values = span
        return .along([self]) { stretch, result in
            Rolling.sums(in: stretch.dropFirst(), period: period, into: &result) { index in
                SIMD2((values[index] - values[index - 1]).magnitude, 0)
            } finish: { index, sums in
                let way = (values[index] - values[index - period]).magnitude
                return way < sums.x ? way / sums.x : 1
            }
        }
    }
}
