/// All indicators, by name.
package enum IndicatorCatalog {
    package static let all: [Indicator] = [
        .ac, .accbands, .ad, .adosc, .adr, .adx, .adxr, .apo, .aroon, .aroonosc, .atr, .avgdev, .avgprice, .bbands,
        .bop, .cci, .cdl2crows, .cdl3blackcrows, .cdl3inside, .cdl3linestrike, .cdl3outside, .cdl3starsinsouth,
        .cdl3whitesoldiers, .cdlabandonedbaby, .cdladvanceblock, .cdlbelthold, .cdlbreakaway, .cdlclosingmarubozu,
        .cdlconcealbabyswall, .cdlcounterattack, .cdldarkcloudcover, .cdldoji, .cdldojistar, .cdldragonflydoji,
        .cdlengulfing, .cdleveningdojistar, .cdleveningstar, .cdlgapsidesidewhite, .cdlgravestonedoji, .cdlhammer,
        .cdlhangingman, .cdlharami, .cdlharamicross, .cdlhighwave, .cdlhikkake, .cdlhikkakemod, .cdlhomingpigeon,
        .cdlidentical3crows, .cdlinneck, .cdlinvertedhammer, .cdlkicking, .cdlkickingbylength, .cdlladderbottom,
        .cdllongleggeddoji, .cdllongline, .cdlmarubozu, .cdlmatchinglow, .cdlmathold, .cdlmorningdojistar,
        .cdlmorningstar, .cdlonneck, .cdlpiercing, .cdlrickshawman, .cdlrisefall3methods, .cdlseparatinglines,
        .cdlshootingstar, .cdlshortline, .cdlspinningtop, .cdlstalledpattern, .cdlsticksandwich, .cdltakuri,
        .cdltasukigap, .cdlthrusting, .cdltristar, .cdlunique3river, .cdlupsidegap2crows, .cdlxsidegap3methods, .cmo,
        .cmou, .coppock, .crossover, .crossunder, .cvi, .dema, .dpo, .dx, .efi, .ema, .er, .eri, .fosc, .highest,
        .hma, .imi, .kama, .kdj, .lowest, .ma, .macd, .macdext, .macdfix, .mama, .marketfi, .massi, .mavp, .medprice,
        .mfi, .midpoint, .midprice, .minus_di, .minus_dm, .mom, .natr, .nvi, .obv, .plus_di, .plus_dm, .ppo, .pvi,
        .pvo, .pvt, .qstick, .rma, .roc, .rocp, .rocr, .rocr100, .rsi, .rvi, .rvol, .sar, .sarext, .sma, .smi,
        .stddev, .stoch, .stochf, .stochrsi, .t3, .tema, .trange, .trima, .trix, .tsi, .typprice, .ultosc, .vhf, .wad,
        .wclprice, .willr, .wma, .zlema,
    ]

    package static func indicator(named name: String) -> Indicator? { all.first { $0.name == name } }
}
