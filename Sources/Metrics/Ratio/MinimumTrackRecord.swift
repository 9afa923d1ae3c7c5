extension Metric {
    /// How many candles it takes until a Sharpe ratio like this one is above 0 with 95 % confidence.
    package static let minimumTrackRecord = Metric(
        "min_track_record", title: "Minimum track record",
        formula: "1 + (1 - skewness x SR + (kurtosis - 1) / 4 x SR^2) x (1.644854 / SR)^2, SR a candle",
        undefined: "where the Sharpe ratio is not above 0",
        source: "Bailey and Lopez de Prado, The Sharpe Ratio Efficient Frontier, 2012",
        unit: .candles, better: .lower, cost: .candles
    ) {
        let ratio = $0.returns.mean.over($0.returns.deviation)
        guard ratio > 0 else { return .nan }
        let scale = NormalDistribution.quantile95 / ratio
        return 1 + $0.returns.sharpeVariance(ratio) * scale * scale
    }
}
