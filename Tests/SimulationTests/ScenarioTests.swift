import Candles
import Foundation
import Simulation
import TestSupport
import Testing

/// Every rule of the simulator's README, as it stands, mirrored to the short side, and in both ways.
struct ScenarioTests {
    @Test(arguments: Scenario.names, SimulationSettings.Way.allCases)
    func aScenarioFillsAsWritten(name: String, way: SimulationSettings.Way) throws {
        let scenario = try Scenario(named: name)
        try check(scenario, way)
        if let mirrored = scenario.mirrored { try check(mirrored, way) }
    }

    @Test func theReadmeNamesEveryScenario() throws {
        let readme = Scenario.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Simulation/README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        #expect(Scenario.names.count > 50)
        #expect(Scenario.names.filter { !text.contains("`\($0)`") } == [])
    }

    private func check(_ scenario: Scenario, _ way: SimulationSettings.Way) throws {
        var simulator = Simulator(candles: try scenario.candles, settings: try scenario.simulationSettings(way: way))
        let backtest: Backtest
        if let units = try scenario.number("buy_units") {
            var source = CandleByCandle(try scenario.signals, sizing: .units(units))
            backtest = simulator.run(&source)
        } else {
            backtest = simulator.run(try scenario.signals)
        }
        var fills = backtest.fills[...]
        for (index, row) in scenario.rows.enumerated() {
            for expected in row.fills {
                let next = fills.popFirst()
                let fill = try #require(next, "a fill is missing on candle \(index)")
                let side = fill.units > 0 ? "long" : "short"
                #expect(fill.index == index)
                #expect((fill.reason == .entry ? side : fill.reason.rawValue) == expected.reason)
                #expect(approximatelyEqual(fill.price, expected.price), "\(fill.price), not \(expected.price)")
            }
        }
        #expect(fills.isEmpty, "unexpected: \(fills)")
        #expect(backtest.conflictingEntries == Int(try scenario.number("conflicts") ?? 0))
        #expect(backtest.rejectedEntries == Int(try scenario.number("rejected") ?? 0))
        #expect(backtest.unexplainedMoney < 1e-9)
        if let equity = try scenario.number("equity") {
            #expect(approximatelyEqual(backtest.summary.finalEquity, equity), "\(backtest.summary.finalEquity)")
        }
        if let units = try scenario.number("units") {
            #expect(approximatelyEqual(backtest.fills.first?.units ?? .nan, units))
        }
    }
}
