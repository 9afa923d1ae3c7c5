import Foundation
import Search
import Store
import Testing

@Suite struct TrialTests {
    let home = TemporaryHome()
    let store: ResultStore

    init() throws { store = try home.open() }

    @Test func trialsReadBackAsTheyWereTold() throws {
        let study = try store.createStudy(Sample.plan())
        let parameters = Parameters(["a": .integer(-3), "b": .real(0.1), "c": .text("\"<i>'\n"), "d": .boolean(false)])
        let trials = [
            Trial(
                number: 0, parameters: parameters, outcome: .complete([0.5, 1.25, .nan, -0.0]), duration: 7, worker: 2),
            Trial(number: 1, parameters: parameters, outcome: .failed(reason: "a.lua:3: 'x'"), duration: 8, worker: 0),
            Trial(
                number: 2, parameters: .none, outcome: .pruned(reason: "hopeless"), duration: .max, worker: 1,
                isTimed: true),
        ]
        try store.insert(trials, into: study, metrics: Sample.metrics)

        let read = try home.open(.readOnly).history(of: study, metrics: Sample.metrics)
        #expect(read.map(\.number) == [0, 1, 2])
        #expect(read.map(\.parameters) == trials.map(\.parameters))
        #expect(read.map(\.duration) == [7, 8, .max])
        #expect(read.map(\.worker) == [2, 0, 1])
        #expect(read.map(\.isTimed) == [false, false, true])
        guard case .complete(let values) = read[0].outcome, case .failed("a.lua:3: 'x'") = read[1].outcome,
            case .pruned("hopeless") = read[2].outcome
        else {
            Issue.record("other outcomes: \(read.map(\.outcome))")
            return
        }
        #expect(values[0] == 0.5 && values[1] == 1.25 && values[2].isNaN && values[3] == 0)
    }

    @Test func metricsAreFoundByNameWhateverTheirOrder() throws {
        let study = try store.createStudy(Sample.plan())
        let trial = Trial(
            number: 4, parameters: .none, outcome: .complete([9, 2, 1]), duration: 1, worker: 0)
        try store.insert([trial], into: study, metrics: ["unheard_of", "sharpe", "total_return"])
        let record = try store.trial(4, ofStudy: study.id)
        #expect(record.metrics["sharpe"] == 2 && record.metrics["total_return"] == 1)
        #expect(record.metrics["trades"]?.isNaN == true && record.metrics["unheard_of"] == nil)
        #expect(record.objectiveValue == 2 && record.resultID.description == "t1.4")
    }

    @Test(arguments: [(Direction.maximize, [2, 4, 0, 3, 1, 5]), (.minimize, [3, 0, 2, 4, 1, 5])])
    func undefinedNumbersRankLastBothWays(direction: Direction, order: [Int]) throws {
        let study = try store.createStudy(Sample.plan(direction))
        let sharpes = [0.5, .nan, 3, -2, 3, .nan]
        try store.insert(
            sharpes.enumerated().map { Sample.trial($0, sharpe: $1) }.shuffled(), into: study, metrics: Sample.metrics)
        #expect(try store.trials(of: study, order: .objective).map(\.number) == order)
        #expect(try store.trials(of: study, order: .objective, limit: 2).map(\.number) == Array(order.prefix(2)))
        #expect(try store.trials(of: study).map(\.number) == [0, 1, 2, 3, 4, 5])
    }

    @Test func aBatchIsStoredWhollyOrNotAtAll() throws {
        let study = try store.createStudy(Sample.plan())
        try store.insert([Sample.trial(3, sharpe: 1)], into: study, metrics: Sample.metrics)
        #expect(throws: StoreError.storedTwice(.trial(study: 1, number: 3))) {
            try store.insert((1...3).map { Sample.trial($0, sharpe: 2) }, into: study, metrics: Sample.metrics)
        }
        #expect(try store.trials(of: study).map(\.number) == [3])
        // The connection is as good as before.
        try store.insert([Sample.trial(4, sharpe: 1)], into: study, metrics: Sample.metrics)
        #expect(try store.trials(of: study).count == 2)
    }

    @Test func aTrialOfNoStudyIsRefused() throws {
        let elsewhere = TemporaryHome()
        let study = try elsewhere.open().createStudy(Sample.plan())
        #expect(throws: StoreError.noSuchStudy("s1")) {
            try store.insert([Sample.trial(0, sharpe: 1)], into: study, metrics: Sample.metrics)
        }
        #expect(throws: StoreError.noSuchTrial(.trial(study: 1, number: 0))) { try store.trial(0, ofStudy: 1) }
    }

    @Test func theTableHasAColumnForEachParameterAndMetric() throws {
        let study = try store.createStudy(Sample.plan())
        try store.insert(
            [Sample.failure(1, "bad, \"quoted\""), Sample.trial(0, sharpe: .nan)], into: study, metrics: Sample.metrics)
        let table = try store.trialTable(of: study)
        #expect(table.columns == ["number", "fast", "ratio", "state", "reason"] + Sample.metrics)
        #expect(
            table.rows == [
                [
                    .integer(0), .integer(5), .real(0.5), .text("complete"), .null, .real(0), .null, .real(0.25),
                    .integer(12),
                ],
                [
                    .integer(1), .integer(1), .null, .text("failed"), .text("bad, \"quoted\""), .null, .null, .null,
                    .null,
                ],
            ])
    }

    /// Each thread has connections of its own, as a process has: what one waits for, another one holds.
    @Test func fourWritersNeverFindTheDatabaseLocked() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                let url = home.url
                group.addTask {
                    let store = try ResultStore(home: url, access: .readWrite, metrics: Sample.metrics)
                    let study = try store.createStudy(Sample.plan())
                    for number in 0..<1000 {
                        try store.insert(
                            [Sample.trial(number, sharpe: Double(number))], into: study, metrics: Sample.metrics)
                        if number.isMultiple(of: 250) {
                            let reader = try ResultStore(home: url, access: .readOnly, metrics: Sample.metrics)
                            #expect(try reader.trials(of: study).count == number + 1)
                        }
                    }
                    try store.setState(.complete, ofStudy: study.id)
                    try store.close()
                }
            }
            try await group.waitForAll()
        }
        let store = try home.open(.readOnly)
        #expect(try store.studies().map(\.complete) == [1000, 1000, 1000, 1000])
        #expect(try store.run(sql: "PRAGMA integrity_check").rows == [[.text("ok")]])
    }
}
