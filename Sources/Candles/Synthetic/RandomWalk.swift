/// Candles from a seed, for tests, tutorials and demonstrations: the same bytes on every machine.
///
/// Prices move by small steps whose volatility comes in clusters (what moved much will move much: GARCH of order 1, 1)
/// and whose drift changes with the regime. Only + - × ÷ and square roots are used, and prices are rounded to the tick.
/// Bollerslev, Generalized autoregressive conditional heteroskedasticity, 1986.
package struct RandomWalk: Sendable {
    /// 2024-01-01 00:00 UTC.
    package static let firstTime: Int64 = 1_704_067_200_000

    package var symbol: String
    package var timeframe: Timeframe
    package var seed: UInt64
    package var startPrice = 100.0
    package var tick = Tick(decimals: 2)
    /// Standard deviation of a year's return; 0.6 is usual for a coin, 0.2 for a stock.
    package var annualVolatility = 0.6
    package var regimes = Regime.usual

    package init(symbol: String = "SYNTH", timeframe: Timeframe = Timeframe(5, .minute), seed: UInt64 = 1) {
        self.symbol = symbol
        self.timeframe = timeframe
        self.seed = seed
    }

    /// So many candles without a gap, from 2024 on; fewer candles are the beginning of more.
    package func candles(_ count: Int) -> CandleSeries {
        var walk = Walk(self)
        var candles: [Candle] = []
        candles.reserveCapacity(count)
        var time = timeframe.start(containing: Self.firstTime)
        for _ in 0..<count {
            candles.append(walk.next(at: time))
            time = timeframe.start(after: time)
        }
        return CandleSeries(symbol: symbol, timeframe: timeframe, candles: candles, tick: tick)
    }
}

/// Where a walk stands.
private struct Walk {
    private static let stepsPerCandle = 8
    /// How much of the variance is news, memory, and the long run. They add up to 1.
    private static let (news, memory, longRun) = (0.08, 0.9, 0.02)

    private let settings: RandomWalk
    private let usual: Double
    private var random: RandomStream
    private var regime: Regime
    private var price: Double
    /// The variance of the coming candle, in multiples of the usual one.
    private var variance = 1.0

    init(_ settings: RandomWalk) {
        self.settings = settings
        usual = settings.annualVolatility / settings.timeframe.candlesPerYear.squareRoot()
        random = RandomStream(seed: settings.seed)
        regime = settings.regimes.first ?? Regime("calm", drift: 0, volatility: 1, duration: 1000)
        price = settings.startPrice
    }

    mutating func next(at time: Int64) -> Candle {
        changeRegime()
        let deviation = variance.squareRoot() * regime.volatility
        // At most a fifth, so that no step of 3.5 deviations takes all of the price.
        let step = min(usual * deviation / Double(Self.stepsPerCandle).squareRoot(), 0.2)
        // Half the variance makes up for falls weighing more than rises; a weak pull home keeps the prices of ten
        // million candles such that a person would believe them.
        let pull = 0.02 * (settings.startPrice - price) / (settings.startPrice + price)
        let drift = usual * (regime.drift + pull) / Double(Self.stepsPerCandle) + step * step / 2

        price *= 1 + 0.2 * step * random.nearlyNormal()
        let open = price
        var (high, low) = (price, price)
        for _ in 0..<Self.stepsPerCandle {
            price *= 1 + drift + step * random.nearlyNormal()
            high = max(high, price)
            low = min(low, price)
        }
        let move = (price / open - 1) / usual
        variance = Self.longRun + Self.memory * variance + Self.news * min(move * move, 16)
        let volume = (0.25 + random.unit()) * (0.5 + move.magnitude) * 100
        return Candle(
            time: time, open: onTick(open), high: onTick(high), low: onTick(low), close: onTick(price),
            volume: (volume * 1000).rounded() / 1000)
    }

    private mutating func changeRegime() {
        guard random.unit() * regime.duration < 1, !settings.regimes.isEmpty else { return }
        regime = settings.regimes[Int(random.unit() * Double(settings.regimes.count))]
    }

    private func onTick(_ price: Double) -> Double {
        max((price * settings.tick.perUnit).rounded(), 1) / settings.tick.perUnit
    }
}
