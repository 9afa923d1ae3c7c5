/// Returns of a strategy against those of its market, candle by candle, by least squares.
package struct Regression: Sendable {
    /// What of a return of the market the strategy takes part in; NaN where the market does not move.
    package let beta: Double
    /// Between -1 and 1; NaN where one of both does not move.
    package let correlation: Double

    package init(of returns: ReturnSeries, on market: ReturnSeries) {
        guard returns.count == market.count, market.deviation > 0 else {
            (beta, correlation) = (.nan, .nan)
            return
        }
        var (products, squares, own) = (0.0, 0.0, 0.0)
        for (value, other) in zip(returns.values, market.values) {
            let (off, otherOff) = (value - returns.mean, other - market.mean)
            products += off * otherOff
            squares += otherOff * otherOff
            own += off * off
        }
        beta = products / squares
        correlation = returns.deviation > 0 ? products / (squares * own).squareRoot() : .nan
    }
}
