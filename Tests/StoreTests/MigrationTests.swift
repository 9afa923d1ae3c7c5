import Foundation
import Search
import Testing

@testable import Store

/// A database of each schema that was ever shipped is kept in `Databases` and must stay readable.
@Suite struct MigrationTests {
    let home = TemporaryHome()

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Databases")

    private func copy(_ version: Int) throws {
        try FileManager.default.createDirectory(at: home.url, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.folder.appending(path: "v\(version).sqlite"), to: home.database)
    }

    @Test func thereIsADatabaseOfEachVersion() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0.hasSuffix(".sqlite") }
        #expect(files.sorted() == (1...Migrations.version).map { "v\($0).sqlite" }.sorted())
    }

    @Test(arguments: 1...Int(Migrations.version), [ResultStore.Access.readWrite, .readOnly])
    func anEarlierDatabaseIsBroughtUpToDateAndKeepsItsResults(version: Int, access: ResultStore.Access) throws {
        try copy(version)
        let store = try home.open(access)
        #expect(try store.run(sql: "PRAGMA user_version").rows == [[.integer(Int64(Migrations.version))]])

        let studies = try store.studies()
        #expect(studies.map(\.study.state) == [.timedOut, .complete])
        #expect(studies.map { [$0.complete, $0.pruned, $0.failed] } == [[0, 1, 0], [5, 0, 1]])
        let first = try store.study("first")
        #expect(first.plan == Sample.plan() && first.note == "kept for migrations")
        #expect(try store.trials(of: first, order: .objective).map(\.number) == [2, 4, 0, 3, 1, 5])
        #expect(try store.trial(5, ofStudy: first.id).reason == "strategies/a.lua:3: \"x\" <y>")
        #expect(try store.trial(2, ofStudy: first.id).parameters == Sample.trial(2, sharpe: 2).parameters)

        let backtest = try #require(try store.backtests().first)
        #expect(backtest.name == "saved" && backtest.provenance == Sample.provenance)
        #expect(try store.trades(ofBacktest: backtest.id).count == 1)
        #expect(try store.equity(ofBacktest: backtest.id).array().last == backtest.finalEquity)
        #expect(try store.run(store.query(named: "mine")).rows == [[.integer(7)]])
        #expect(try store.run(sql: "PRAGMA integrity_check").rows == [[.text("ok")]])
    }

    @Test func aNewMetricGetsAColumnAndOldTrialsHaveNoValueInIt() throws {
        try copy(1)
        let metrics = ["sharpe", "a_new_one", "total_return", "trades"]
        let store = try home.open(metrics: metrics)
        #expect(store.metrics == metrics)
        let first = try store.study("first")
        let old = try store.trial(2, ofStudy: first.id).metrics
        #expect(old.names == metrics && old["sharpe"] == 2 && old["a_new_one"]?.isNaN == true)
        try store.insert(
            [Trial(number: 9, parameters: .none, outcome: .complete([4, 0.5]), duration: 1, worker: 0)],
            into: first, metrics: ["sharpe", "a_new_one"])
        #expect(try store.trial(9, ofStudy: first.id).metrics["a_new_one"] == 0.5)
        let leaderboard = try store.run(store.query(named: "leaderboard"), values: ["study": .integer(first.id)])
        #expect(Array(leaderboard.columns.suffix(4)) == metrics)
        // A reader of an older catalog goes on with what it knows.
        #expect(try home.open(.readOnly, metrics: ["sharpe", "never_stored"]).metrics == ["sharpe"])
    }
}
