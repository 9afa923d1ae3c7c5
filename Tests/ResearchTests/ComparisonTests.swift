import Research
import Search
import Testing

@Suite struct ComparisonTests {
    private let comparison = Comparison(
        [
            Comparison.Column(
                title: "a", parameters: Parameters(["fast": .integer(1)]), metrics: ["sharpe": 1, "trades": 3]),
            Comparison.Column(title: "b", parameters: Parameters(["slow": .integer(2)]), metrics: ["sharpe": 2]),
        ], order: ["total_return", "sharpe", "trades"])

    @Test func rowsAreWhatAnyOfTheResultsHas() {
        #expect(comparison.parameters == ["fast", "slow"])
        #expect(comparison.metrics == ["sharpe", "trades"])
    }

    @Test func aStudyStandsForItsBestTrial() throws {
        let home = TemporaryHome()
        let results = try home.workbench.results(.readWrite)
        var request = StudyRequest(script: Samples.crossover, selection: Samples.candles())
        request.trials = 12
        let run = try StudyRun(request, in: results)
        _ = try run.run()
        let best = try #require(run.progress.best)
        let comparison = try Comparison(of: ["s1", "t1.0"], in: results)
        #expect(comparison.columns[0].title == "t1.\(best.number)")
        #expect(comparison.columns[0].metrics["sharpe"] == best.value)
        #expect(comparison.columns[1].title == "t1.0")
    }
}
