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
        .cdltasukigap, .cdlthrusting, .cdltristar, .cdlunique3river, .cdlupsidegap2crows, .cdlxsidegap3methods, .cmf,
        .cmo, .cmou, .coppock, .count, .crossover, .crossunder, .crsi, .cvi, .day, .dema, .dpo, .drawdown, .dx, .efi,
        .ema, .er, .eri, .falling, .fisher, .fosc, .fractal, .garmanKlass, .ha, .highest, .highestIndex, .hma, .hour,
        .hurst, .imi, .kama, .kdj, .kurtosis, .kvo, .linearregError, .lowest, .lowestIndex, .ma, .macd, .macdext,
        .macdfix, .mama, .marketfi, .massi, .mavp, .maxDrawdown, .median, .medprice, .mfi, .midpoint, .midprice,
        .minus_di, .minus_dm, .minute, .mom, .month, .natr, .nvi, .obv, .parkinson, .pivots, .plus_di, .plus_dm, .ppo,
        .pvi, .pvo, .pvt, .qstick, .quantile, .rank, .realizedVolatility, .rising, .rma, .roc, .rocp, .rocr, .rocr100,
        .rogersSatchell, .rsi, .rvi, .rvol, .sar, .sarext, .session, .sessionStart, .sharpe, .since, .skew, .sma,
        .smi, .squeeze, .stddev, .stoch, .stochf, .stochrsi, .t3, .tema, .trange, .trima, .trix, .tsi, .typprice,
        .ultosc, .valueWhen, .vhf, .wad, .wclprice, .weekday, .willr, .wma, .yangZhang, .year, .zigzag, .zlema,
        .zscore,
    ]

    package static func indicator(named name: String) -> Indicator? { all.first { $0.name == name } }
}
