import Candles
import Research
import Search
import Strategies
import Testing
import TestSupport

@Suite struct BacktestPlanTests {
    @Test func defaultsAreTheMiddleAndChangesReplaceThem() throws {
        var plan = BacktestPlan(script: Samples.crossover, selection: Samples.candles())
        #expect(try plan.run().parameters == Parameters(["fast": .integer(11), "slow": .integer(35)]))
        plan.changes = ["fast": .text("5"), "slow": .value(.integer(20))]
        #expect(try plan.run().parameters == Parameters(["fast": .integer(5), "slow": .integer(20)]))
    }

    @Test(arguments: [("fast", "21"), ("fast", "2.5"), ("fsat", "5")])
    func aChangeOutsideTheSpaceIsRefused(name: String, text: String) {
        var plan = BacktestPlan(script: Samples.crossover, selection: Samples.candles())
        plan.changes = [name: .text(text)]
        #expect(throws: SearchError.self) { try plan.run() }
    }

    @Test func whatWhereRefusesIsNotRun() {
        var plan = BacktestPlan(script: Samples.crossover, selection: Samples.candles())
        plan.changes = ["fast": .text("20"), "slow": .text("15")]
        #expect(throws: ResearchError.refusedParameters(script: "crossover.lua", parameters: "fast=20 slow=15")) {
            try plan.run()
        }
    }

    @Test func aScriptThatNeverGetsToItsTableIsStopped() async throws {
        let script = StrategyScript(name: "loop", path: "loop.lua", text: "while true do end")
        let relay = StopRelay()
        relay.stop()
        #expect(throws: StrategyError.self) {
            try BacktestPlan(script: script, selection: Samples.candles()).run(relay: relay)
        }
    }

    @Test func theSameNumbersComeOutOfABacktestAndItsTrial() throws {
        let home = TemporaryHome()
        let results = try home.workbench.results(.readWrite)
        var request = StudyRequest(script: Samples.crossover, selection: Samples.candles())
        request.trials = 10
        let run = try StudyRun(request, in: results)
        _ = try run.run()
        for trial in try results.trials(of: results.study(run.record.id)) {
            var plan = BacktestPlan(script: Samples.crossover, selection: Samples.candles())
            plan.changes = Dictionary(
                uniqueKeysWithValues: trial.parameters.entries.map { ($0.name, .value($0.value)) })
            let scorecard = try plan.run().scorecard
            for name in trial.metrics.names {
                let (stored, fresh) = (trial.metrics[name] ?? .nan, scorecard[name] ?? .nan)
                #expect(stored == fresh || stored.isNaN && fresh.isNaN, "\(name)")
            }
        }
    }

    @Test func warmupComesBeforeTheCandlesAskedFor() throws {
        let home = TemporaryHome()
        let candles = RandomCandles.series(count: 1000, seed: 3)
        _ = try home.workbench.archive.store(CandleImport(candles, origin: "a test"))
        let selection = try home.workbench.select(CandleChoice(amount: .newest(200)))
        #expect(selection.candles.count == 200)
        #expect(selection.candles.time[0] == candles.time[800])
        let result = try BacktestPlan(script: Samples.crossover, selection: selection).run()
        #expect(result.backtest.candles.count == 260)
        #expect(result.backtest.candles.traded == 60..<260)
        #expect(result.provenance.warmupCandles == 60)
        #expect(result.provenance.lookbackCandles == 200)
    }

    @Test func fewerCandlesThanAskedForAreSaidAndTaken() throws {
        let home = TemporaryHome()
        _ = try home.workbench.archive.store(
            CandleImport(RandomCandles.series(count: 300, seed: 3), origin: "a test"))
        let selection = try home.workbench.select(CandleChoice(amount: .newest(10_000)))
        #expect(selection.candles.count == 300)
        #expect(selection.notices.count == 1)
        #expect(selection.notices[0].contains("has 300 candles, fewer than the 10,000 asked for"))
    }
}
