/// All metrics. A new one is a file in its family's folder and a name here.
package enum MetricCatalog {
    package static let all: [Metric] = [
        .totalReturn, .compoundAnnualGrowthRate,
        .volatility, .sharpeRatio, .sortinoRatio, .calmarRatio, .maximumDrawdown,
        .tradeCount, .winRate, .profitFactor, .exposure,
    ]

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    package static func named(_ name: String) -> Metric? { byName[name] }
}
