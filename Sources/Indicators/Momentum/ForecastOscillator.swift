import Candles

extension Indicator {
    package static let fosc = Indicator(
        "fosc", title: "Forecast oscillator",
        summary: "How far the value is from what a straight line through those before it foretold, in percent.",
        formula: """
            100 * (value - forecast) / value, where forecast is the least squares line through the period values before, \
            drawn on by one candle. 0 where the value is 0.
            """,
        source: "Chande and Kroll, The New Technical Trader, 1994; TA-Lib FOSC",
        inputs: [.source], options: [.period("period", 5, from: 2)], outputs: [.series("fosc")],
        warmup: { $0.period }
    ) { arguments in
        let (source, period) = (arguments.inputs[0], arguments.options.period)
        let (mean, weighted) = (source.simpleMovingAverage(period), source.weightedMovingAverage(period))
        // The line has the slope 6 * (weighted - mean) / (period - 1) and passes the mean in the middle of the window.
        let lead = 3 * Double(period + 1) / Double(period - 1)
        let forecast = Series.candlewise(mean, weighted) { mean, weighted in mean + lead * (weighted - mean) }
        let before = Series.candlewise(forecast, behind: 1) { _, before in before }
        return [
            .series(
                .candlewise(source, before) { value, forecast in value == 0 ? 0 : 100 * (value - forecast) / value })
        ]
    }
}
