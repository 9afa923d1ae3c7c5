/// All indicators, by name.
package enum IndicatorCatalog {
    package static let all: [Indicator] = [
        .ac, .accbands, .arcCosine, .ad, .addition, .adosc, .adr, .adx, .adxr, .alma, .ao, .apo, .aroon, .aroonosc,
        .arcSine, .arcTangent, .atr, .avgdev, .avgprice, .bbands, .beta, .bop, .cci, .cdl2crows, .cdl3blackcrows,
        .cdl3inside, .cdl3linestrike, .cdl3outside, .cdl3starsinsouth, .cdl3whitesoldiers, .cdlabandonedbaby,
        .cdladvanceblock, .cdlbelthold, .cdlbreakaway, .cdlclosingmarubozu, .cdlconcealbabyswall, .cdlcounterattack,
        .cdldarkcloudcover, .cdldoji, .cdldojistar, .cdldragonflydoji, .cdlengulfing, .cdleveningdojistar,
        .cdleveningstar, .cdlgapsidesidewhite, .cdlgravestonedoji, .cdlhammer, .cdlhangingman, .cdlharami,
        .cdlharamicross, .cdlhighwave, .cdlhikkake, .cdlhikkakemod, .cdlhomingpigeon, .cdlidentical3crows, .cdlinneck,
        .cdlinvertedhammer, .cdlkicking, .cdlkickingbylength, .cdlladderbottom, .cdllongleggeddoji, .cdllongline,
        .cdlmarubozu, .cdlmatchinglow, .cdlmathold, .cdlmorningdojistar, .cdlmorningstar, .cdlonneck, .cdlpiercing,
        .cdlrickshawman, .cdlrisefall3methods, .cdlseparatinglines, .cdlshootingstar, .cdlshortline, .cdlspinningtop,
        .cdlstalledpattern, .cdlsticksandwich, .cdltakuri, .cdltasukigap, .cdlthrusting, .cdltristar,
        .cdlunique3river, .cdlupsidegap2crows, .cdlxsidegap3methods, .ceiling, .chop, .cmf, .cmo, .cmou, .coppock,
        .correl, .cosine, .hyperbolicCosine, .count, .crossover, .crossunder, .crsi, .cumsum, .cvi, .day, .dema,
        .division, .donchian, .donchianBefore, .dpo, .drawdown, .dx, .efi, .ema, .er, .eri, .exponential, .falling,
        .fisher, .flooring, .fosc, .fractal, .garmanKlass, .ha, .highest, .highestIndex, .hma, .hour, .htDcperiod,
        .htDcphase, .htPhasor, .htSine, .htTrendline, .htTrendmode, .hurst, .ichimoku, .imi, .kama, .kc, .kdj,
        .keltner, .kurtosis, .kvo, .linearreg, .linearregAngle, .linearregError, .linearregIntercept, .linearregSlope,
        .naturalLogarithm, .commonLogarithm, .lowest, .lowestIndex, .ma, .macd, .macdext, .macdfix, .mama, .marketfi,
        .massi, .mavp, .maximum, .maxDrawdown, .maximumIndex, .median, .medprice, .mfi, .midpoint, .midprice,
        .minimum, .minimumIndex, .extremes, .extremeIndices, .minus_di, .minus_dm, .minute, .mom, .month,
        .multiplication, .natr, .nvi, .obv, .parkinson, .percentile, .percentrank, .pivots, .plus_di, .plus_dm, .ppo,
        .pvi, .pvo, .pvt, .qstick, .quantile, .rank, .realizedVolatility, .rising, .rma, .roc, .rocp, .rocr, .rocr100,
        .rogersSatchell, .rsi, .rvi, .rvol, .sar, .sarext, .session, .sessionStart, .sharpe, .sine, .since,
        .hyperbolicSine, .skew, .sma, .smi, .squareRoot, .squeeze, .stddev, .stoch, .stochf, .stochrsi, .subtraction,
        .sum, .supertrend, .t3, .tangent, .hyperbolicTangent, .tema, .trange, .trima, .trix, .tsf, .tsi, .typprice,
        .ultosc, .valueWhen, .variance, .vhf, .vortex, .vwap, .rollingVWAP, .sessionVWAP, .vwma, .wad, .wclprice,
        .weekday, .willr, .wma, .yangZhang, .year, .zigzag, .zlema, .zscore,
    ]

    package static func indicator(named name: String) -> Indicator? { all.first { $0.name == name } }
}
