/// All metrics. A new one is a file in its family's folder and a name here.
package enum MetricCatalog {
    /// What tables show first, in this order.
    package static let headline: [Metric] = [
        .totalReturn, .compoundAnnualGrowthRate, .volatility, .sharpeRatio, .sortinoRatio, .calmarRatio,
        .maximumDrawdown, .tradeCount, .winRate, .profitFactor, .exposure,
    ]

    package static let all: [Metric] = headline + returns + risks + ratios + market + trading

    /// What a search computes and stores of each trial: all that costs no pass over the candles, and its objective.
    package static func stored(objective: String) -> [Metric] {
        all.filter { $0.cost == .trades || $0.name == objective }
    }

    private static let returns: [Metric] = [
        .netProfit, .buyAndHoldReturn, .excessReturn, .bestCandle, .worstCandle, .positiveCandles, .bestMonth,
        .worstMonth, .positiveMonths, .bestThirtyDays, .worstThirtyDays,
    ]

    private static let risks: [Metric] = [
        .downsideDeviation, .meanDrawdown, .ulcerIndex, .drawdownCount, .meanDrawdownDepth, .longestDrawdown,
        .drawdownRecovery, .valueAtRisk, .conditionalValueAtRisk, .normalValueAtRisk, .skewness, .kurtosis,
    ]

    private static let ratios: [Metric] = [
        .recoveryFactor, .omegaRatio, .gainToPainRatio, .tailRatio, .martinRatio, .painRatio, .stability,
        .probabilisticSharpeRatio, .minimumTrackRecord,
    ]

    private static let market: [Metric] = [
        .beta, .alpha, .marketCorrelation, .informationRatio, .treynorRatio, .upCapture, .downCapture,
    ]

    private static let trading: [Metric] = [
        .longTrades, .shortTrades, .grossProfit, .grossLoss, .fees, .expectancy, .expectancyRatio, .meanTrade,
        .bestTrade, .worstTrade, .meanWin, .meanLoss, .payoff, .largestWin, .largestLoss, .systemQualityNumber,
        .kellyFraction, .winningStreak, .losingStreak, .meanHolding, .longestHolding, .meanAdverseExcursion,
        .meanFavorableExcursion, .edgeRatio,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    package static func named(_ name: String) -> Metric? { byName[name] }
}
