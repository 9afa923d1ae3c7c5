/// All indicators, by name.
package enum IndicatorCatalog {
    package static let all: [Indicator] = [
        .atr, .bbands, .crossover, .crossunder, .ema, .highest, .lowest, .macd, .roc, .rsi, .sma, .stddev,
    ]

    package static func indicator(named name: String) -> Indicator? { all.first { $0.name == name } }
}
