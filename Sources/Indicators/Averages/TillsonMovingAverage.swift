import Candles

extension Indicator {
    package static let t3 = Indicator(
        "t3", title: "Tillson's T3 moving average",
        summary: "A very smooth average with little lag: six exponential averages, one on the other.",
        formula: """
            E1 = EMA, E2 = EMA of E1, to E6, each seeded with a mean of its own, and v = vfactor: -v^3 * E6 + \
            (3v^2 + 3v^3) * E5 - (6v^2 + 3v + 3v^3) * E4 + (1 + 3v + 3v^2 + v^3) * E3.
            """,
        source: "Tillson, Smoothing Techniques for More Accurate Signals, Stocks & Commodities 16:1, 1998; TA-Lib T3",
        inputs: [.source], options: [.period("period", 5), .real("vfactor", 0.7, in: 0...1)], outputs: [.series("t3")],
        warmup: { 6 * ($0.period - 1) }
    ) { [.series($0.inputs[0].tillsonMovingAverage($0.options.period, $0.options.real("vfactor")))] }
}

extension Series {
    func tillsonMovingAverage(_ period: Int, _ factor: Double = 0.7) -> Series {
        let square = factor * factor
        let cube = square * factor
        let third = exponentialMovingAverage(period).exponentialMovingAverage(period).exponentialMovingAverage(period)
        let fourth = third.exponentialMovingAverage(period)
        let fifth = fourth.exponentialMovingAverage(period)
        let sixth = fifth.exponentialMovingAverage(period)
        // The four factors add up to 1: so it is E3 and three differences, and what stands still stays.
        return .candlewise(third, fourth, fifth, sixth) { third, fourth, fifth, sixth in
            third + (3 * factor + 3 * square + cube) * (third - fourth)
                - (3 * square + 2 * cube) * (fourth - fifth) + cube * (fifth - sixth)
        }
    }
}
