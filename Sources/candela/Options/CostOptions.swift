import ArgumentParser
import Simulation

/// How orders are filled and what that costs.
struct CostOptions: ParsableArguments {
    private static let usual = SimulationSettings()

    @Option(
        help: "Paid on each fill, as a fraction of its value. (default: \(usual.costs.fee))", transform: Self.fraction)
    var fee: Double?

    @Option(
        help: "How much worse than seen a market order fills, as a fraction. (default: 0)", transform: Self.fraction)
    var slippage: Double?

    @Option(help: "When an order made at a candle's close is filled. (default: \(usual.fillRule.rawValue))")
    var fill: FillRule?

    @Option(help: "Money at the start. (default: \(Int(usual.startingCash)))", transform: Self.money)
    var cash: Double?

    @Option(
        help: "Trading days that numbers a year are scaled by. (default: 365, or 252 where weekends rest)",
        transform: Self.days)
    var daysPerYear: Double?

    /// What is given, and of the rest what `base` says.
    func settings(over base: SimulationSettings = SimulationSettings()) -> SimulationSettings {
        SimulationSettings(
            costs: Costs(fee: fee ?? base.costs.fee, slippage: slippage ?? base.costs.slippage),
            fillRule: fill ?? base.fillRule, startingCash: cash ?? base.startingCash,
            daysPerYear: daysPerYear ?? base.daysPerYear, way: base.way)
    }

    private static func fraction(_ text: String) throws -> Double {
        guard let number = Double(text), number >= 0, number < 1 else {
            throw ValidationError("expected a fraction from 0 to below 1, such as 0.001 for 0.1 %")
        }
        return number
    }

    private static func days(_ text: String) throws -> Double {
        guard let number = Double(text), number >= 1, number <= 366 else {
            throw ValidationError("expected days from 1 to 366, such as 252")
        }
        return number
    }

    private static func money(_ text: String) throws -> Double {
        guard let number = Double(text), number > 0, number <= 1e15 else {
            throw ValidationError("expected an amount above 0, such as 10000")
        }
        return number
    }
}
