/// A kind of weather in a market: how prices drift and how much they move while it lasts.
package struct Regime: Sendable, Hashable {
    package let name: String
    /// Mean return of a candle, in multiples of its usual volatility.
    package let drift: Double
    /// How much prices move, in multiples of the usual volatility.
    package let volatility: Double
    /// How many candles it lasts on average.
    package let duration: Double

    package init(_ name: String, drift: Double, volatility: Double, duration: Double) {
        self.name = name
        self.drift = drift
        self.volatility = volatility
        self.duration = duration
    }

    /// Up, sideways, down, and a short storm: enough that no strategy is right all the time.
    package static let usual = [
        Regime("rise", drift: 0.04, volatility: 0.8, duration: 900),
        Regime("calm", drift: 0, volatility: 0.5, duration: 1200),
        Regime("fall", drift: -0.05, volatility: 1.1, duration: 700),
        Regime("storm", drift: -0.01, volatility: 2, duration: 150),
    ]
}
