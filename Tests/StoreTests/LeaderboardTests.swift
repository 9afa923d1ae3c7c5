import Search
import Store
import Testing

@Suite struct LeaderboardTests {
    let home = TemporaryHome()
    let store: ResultStore

    init() throws { store = try home.open() }

    /// The answer as lines of text, to be compared as a whole.
    private func text(_ result: QueryResult) -> [String] {
        ([result.columns] + result.rows.map { $0.map(\.description) }).map { $0.joined(separator: " | ") }
    }

    private func search(_ direction: Direction, metric: String = "sharpe") throws {
        let study = try store.createStudy(Sample.plan(direction, metric: metric))
        let trials = [0.5, .nan, 2, -1, 2, .nan].enumerated().map { Sample.trial($0, sharpe: $1) }
        try store.insert(trials + [Sample.failure(6, "broken")], into: study, metrics: Sample.metrics)
    }

    @Test func theBestComesFirstAndWhatIsUndefinedLast() throws {
        try search(.maximize)
        #expect(
            text(try store.run(store.query(named: "leaderboard"))) == [
                "rank | trial | objective_value | parameters | total_return | sharpe | max_drawdown | trades",
                "1 | t1.2 | 2.0 | fast=7 ratio=0.5 | 0.25 | 2.0 | 0.25 | 12",
                "2 | t1.4 | 2.0 | fast=9 ratio=0.5 | 0.5 | 2.0 | 0.25 | 12",
                "3 | t1.0 | 0.5 | fast=5 ratio=0.5 | 0.0 | 0.5 | 0.25 | 12",
                "4 | t1.3 | -1.0 | fast=8 ratio=0.5 | 0.375 | -1.0 | 0.25 | 12",
                "5 | t1.1 | null | fast=6 ratio=0.5 | 0.125 | null | 0.25 | 12",
                "6 | t1.5 | null | fast=10 ratio=0.5 | 0.625 | null | 0.25 | 12",
            ])
    }

    @Test func theLowestComesFirstWhereLessIsBetter() throws {
        try search(.minimize)
        try search(.maximize)
        let result = try store.run(
            store.query(named: "leaderboard"), values: ["study": .text("s1"), "limit": .text("5")])
        #expect(result.rows.map { $0[1].description } == ["t1.3", "t1.0", "t1.2", "t1.4", "t1.1"])
    }

    @Test func theNewestStudyIsTakenUnlessAnotherIsNamed() throws {
        try search(.maximize)
        try search(.maximize, metric: "total_return")
        let leaderboard = try store.query(named: "leaderboard")
        #expect(try store.run(leaderboard, values: ["limit": .integer(1)]).rows.first?[1] == .text("t2.5"))
        #expect(
            try store.run(leaderboard, values: ["limit": .integer(1), "study": .integer(1)]).rows.first?[1]
                == .text("t1.2"))
    }

    @Test func failuresAreCountedByReason() throws {
        let study = try store.createStudy(Sample.plan())
        try store.insert(
            [Sample.failure(0, "b.lua:2: no"), Sample.failure(1, "a.lua:1: <x>"), Sample.failure(2, "b.lua:2: no")],
            into: study, metrics: Sample.metrics)
        #expect(
            text(try store.run(store.query(named: "failures"))) == [
                "state | reason | trials | first_trial", "failed | b.lua:2: no | 2 | t1.0",
                "failed | a.lua:1: <x> | 1 | t1.1",
            ])
    }

    @Test func slowTrialsComeFirst() throws {
        try search(.maximize)
        #expect(
            text(try store.run(store.query(named: "slowest_trials"), values: ["limit": .integer(2)])) == [
                "trial | milliseconds | worker | state | parameters", "t1.5 | 0.006 | 1 | complete | fast=10 ratio=0.5",
                "t1.4 | 0.005 | 1 | complete | fast=9 ratio=0.5",
            ])
    }

    @Test func historyKeepsTheRecords() throws {
        try search(.minimize)
        #expect(
            text(try store.run(store.query(named: "trial_history"))) == [
                "trial | objective_value | parameters", "t1.0 | 0.5 | fast=5 ratio=0.5",
                "t1.3 | -1.0 | fast=8 ratio=0.5",
            ])
    }

    @Test func objectivesAreNotMixed() throws {
        try search(.maximize)
        try search(.maximize, metric: "total_return")
        try search(.maximize)
        #expect(
            text(try store.run(store.query(named: "best_per_strategy"))) == [
                "strategy | symbol | timeframe | objective | trial | objective_value | parameters",
                "sma_crossover | BTC_USDT | 5m | sharpe:maximize | t1.2 | 2.0 | fast=7 ratio=0.5",
                "sma_crossover | BTC_USDT | 5m | total_return:maximize | t2.5 | 0.625 | fast=10 ratio=0.5",
            ])
    }

    @Test func studiesShowWhatTheyFound() throws {
        try search(.minimize)
        let result = try store.run(store.query(named: "studies"))
        // The last column is the time of day.
        #expect(
            result.rows.map { $0.dropLast().map(\.description).joined(separator: " ") } == [
                "s1 null sma_crossover BTC_USDT 5m 10000 random running 100 6 1 sharpe:minimize -1.0"
            ])
    }
}
