extension Metric {
    /// What is left of the returns for the pain of the negative ones.
    package static let gainToPainRatio = Metric(
        "gain_to_pain", title: "Gain to pain",
        formula: "sum of returns / sum of negative ones, as a positive number",
        undefined: "where no return is negative",
        source: "Schwager, Hedge Fund Market Wizards, 2012, who took months",
        unit: .ratio, better: .higher, cost: .candles
    ) {
        let sums = $0.returns.sums()
        return (sums.above - sums.below).over(sums.below)
    }
}
