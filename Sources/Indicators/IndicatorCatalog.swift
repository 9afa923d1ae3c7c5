/// All indicators, by name.
package enum IndicatorCatalog {
    package static let all: [Indicator] = [
        .atr, .bbands, .cdl2crows, .cdl3blackcrows, .cdl3inside, .cdl3linestrike, .cdl3outside,
        .cdl3starsinsouth, .cdl3whitesoldiers, .cdlabandonedbaby, .cdladvanceblock, .cdlbelthold, .cdlbreakaway,
        .cdlclosingmarubozu, .cdlconcealbabyswall, .cdlcounterattack, .cdldarkcloudcover, .cdldoji,
        .cdldojistar, .cdldragonflydoji, .cdlengulfing, .cdleveningdojistar, .cdleveningstar,
        .cdlgapsidesidewhite, .cdlgravestonedoji, .cdlhammer, .cdlhangingman, .cdlharami, .cdlharamicross,
        .cdlhighwave, .cdlhikkake, .cdlhikkakemod, .cdlhomingpigeon, .cdlidentical3crows, .cdlinneck,
        .cdlinvertedhammer, .cdlkicking, .cdlkickingbylength, .cdlladderbottom, .cdllongleggeddoji,
        .cdllongline, .cdlmarubozu, .cdlmatchinglow, .cdlmathold, .cdlmorningdojistar, .cdlmorningstar,
        .cdlonneck, .cdlpiercing, .cdlrickshawman, .cdlrisefall3methods, .cdlseparatinglines, .cdlshootingstar,
        .cdlshortline, .cdlspinningtop, .cdlstalledpattern, .cdlsticksandwich, .cdltakuri, .cdltasukigap,
        .cdlthrusting, .cdltristar, .cdlunique3river, .cdlupsidegap2crows, .cdlxsidegap3methods, .crossover,
        .crossunder, .ema, .highest, .lowest, .macd, .roc, .rsi, .sma, .stddev,
    ]

    package static func indicator(named name: String) -> Indicator? { all.first { $0.name == name } }
}
