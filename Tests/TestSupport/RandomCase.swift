import Candles
import Simulation

/// Random candles, signals and settings from a number; the same number gives the same case.
package struct RandomCase: CustomStringConvertible {
    package let number: UInt64
    package let candles: CandleSeries
    package let signals: Signals
    package let settings: SimulationSettings

    package var description: String { "case \(number)" }

    package init(_ number: UInt64, count: Int? = nil) {
        var random = SplitMix(state: number &* 0x9E37_79B9 &+ 17)
        let count = count ?? Int.random(in: 1...400, using: &random)
        let pace = [0.0005, 0.005, 0.02].randomElement(using: &random) ?? 0.005
        var (price, rows): (Double, [Candle]) = (100, [])
        for index in 0..<count {
            let open = price * (1 + .random(in: -pace...pace, using: &random) * 0.3)
            let close = open * (1 + .random(in: -pace...pace, using: &random))
            // A third of the candles has no shadow, so that touches are exact now and then.
            let shadow = Bool.random(using: &random) ? 0 : Double.random(in: 0...pace, using: &random)
            rows.append(
                Candle(
                    time: Int64(index) * 60_000, open: open, high: max(open, close) * (1 + shadow),
                    low: min(open, close) * (1 - shadow), close: close, volume: 1))
            price = close
        }
        let warmup = Bool.random(using: &random) ? 0 : Int.random(in: 0...count, using: &random) / 4
        candles = CandleSeries(symbol: "RANDOM", timeframe: Timeframe(5, .minute), candles: rows)
            .slice(0..<count, warmup: warmup)
        self.number = number
        signals = Self.signals(count, pace, &random)
        settings = SimulationSettings(
            costs: Costs(
                fee: [0, 0.001, 0.01].randomElement(using: &random) ?? 0,
                slippage: [0, 0, 0.0005].randomElement(using: &random) ?? 0),
            fillRule: FillRule.allCases.randomElement(using: &random) ?? .nextOpen,
            startingCash: [10_000, 1, 123_456.78].randomElement(using: &random) ?? 1)
    }

    private static func signals(_ count: Int, _ pace: Double, _ random: inout SplitMix) -> Signals {
        let rarity = [2, 5, 20, 100].randomElement(using: &random) ?? 5
        func mask(_ random: inout SplitMix) -> Mask {
            Mask((0..<count).map { _ in Int.random(in: 0..<rarity, using: &random) == 0 })
        }
        func level(_ low: Double, _ high: Double, _ random: inout SplitMix) -> Signals.Level {
            let value = Double.random(in: low...high, using: &random)
            if Bool.random(using: &random) { return .constant(value) }
            return .column(
                Series(
                    (0..<count).map { _ in
                        Int.random(in: 0..<8, using: &random) == 0 ? .nan : .random(in: low...high, using: &random)
                    }))
        }
        let sides = Int.random(in: 0..<3, using: &random)
        var signals = Signals()
        if sides != 0 { signals.long = .init(entry: mask(&random), exit: mask(&random)) }
        if sides != 1 { signals.short = .init(entry: mask(&random), exit: mask(&random)) }
        if Bool.random(using: &random) { signals.size = level(0.1, 1, &random) }
        if Bool.random(using: &random) { signals.stopLoss = level(pace / 2, pace * 4, &random) }
        if Bool.random(using: &random) { signals.takeProfit = level(pace / 2, pace * 4, &random) }
        if Bool.random(using: &random) { signals.trailingStop = level(pace / 2, pace * 4, &random) }
        if Bool.random(using: &random) { signals.timeLimit = level(0.5, 20, &random) }
        return signals
    }
}

/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
package struct SplitMix: RandomNumberGenerator {
    package var state: UInt64

    package init(state: UInt64) { self.state = state }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }
}
