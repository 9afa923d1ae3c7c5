import Candles
import Simulation
import Testing

struct ExcursionTests {
    /// Candle by candle: open, high, low, close.
    static let candles = CandleSeries(
        symbol: "HAND", timeframe: Timeframe(1, .day),
        candles: [
            (100, 101, 99, 100), (100, 112, 95, 105), (105, 120, 104, 110), (110, 111, 80, 90), (90, 130, 60, 100),
        ].enumerated().map {
            Candle(time: Int64($0) * 86_400_000, open: $1.0, high: $1.1, low: $1.2, close: $1.3, volume: 1)
        })

    static func excursion(_ side: Simulation.Side, _ fill: FillRule, stop: Double? = nil) throws -> Excursion {
        let rules = Signals.Side(
            entry: Mask((0..<5).map { $0 == 0 }), exit: Mask((0..<5).map { $0 == 2 && stop == nil }))
        var signals = side == .long ? Signals(long: rules) : Signals(short: rules)
        if let stop { signals.stopLoss = .constant(stop) }
        var simulator = Simulator(candles: candles, settings: SimulationSettings(fillRule: fill))
        return try #require(simulator.run(signals).excursions.first)
    }

    /// In at 100 on candle 1, out at the open of candle 3: its range does not count.
    @Test func anExitAtTheOpenKnowsNothingOfItsCandle() throws {
        let long = try Self.excursion(.long, .nextOpen)
        #expect(abs(long.favorable - 0.20) < 1e-12 && abs(long.adverse - 0.05) < 1e-12)
        let short = try Self.excursion(.short, .nextOpen)
        #expect(abs(short.adverse - 0.20) < 1e-12 && abs(short.favorable - 0.05) < 1e-12)
    }

    /// In at the close of candle 0, at 100; out at the close of candle 2, at 110: both candles between are seen whole.
    @Test func anExitAtTheCloseKnowsItsWholeCandle() throws {
        let long = try Self.excursion(.long, .close)
        #expect(abs(long.favorable - 0.20) < 1e-12 && abs(long.adverse - 0.05) < 1e-12)
    }

    /// Stopped in candle 1 at 97: neither its high nor its low is known to have come before.
    @Test func aStopKnowsItsPriceAlone() throws {
        let long = try Self.excursion(.long, .nextOpen, stop: 0.03)
        #expect(long.favorable == 0 && abs(long.adverse - 0.03) < 1e-12)
    }
}
