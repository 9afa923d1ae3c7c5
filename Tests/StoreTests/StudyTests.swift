import Foundation
import Search
import Store
import Testing

@Suite struct StudyTests {
    let home = TemporaryHome()
    let store: ResultStore

    init() throws { store = try home.open() }

    @Test func aStudyReadsBackAsItWasPlanned() throws {
        let study = try store.createStudy(
            Sample.plan(.minimize), name: "Robert'); DROP TABLE studies;--", note: "<b>&\"")
        let read = try home.open(.readOnly).study(study.id)
        #expect(read == study)
        #expect(read.plan == Sample.plan(.minimize))
        #expect(read.state == .running && read.finishedAt == nil)
        #expect(read.name == "Robert'); DROP TABLE studies;--")
        #expect(abs(read.createdAt.timeIntervalSinceNow) < 60)
    }

    @Test func theSameCandlesAreOneSlice() throws {
        _ = try store.createStudy(Sample.plan())
        _ = try store.createStudy(Sample.plan())
        #expect(try store.run(sql: "SELECT count(*) FROM candle_slices").rows == [[.integer(1)]])
    }

    @Test func aStudyIsFoundByIdNumberNewestAndName() throws {
        let first = try store.createStudy(Sample.plan(), name: "first try")
        let second = try store.createStudy(Sample.plan(), name: "first try")
        for reference in ["s1", "1"] { #expect(try store.study(reference) == first) }
        for reference in ["s2", "2", "newest", "first try"] { #expect(try store.study(reference) == second) }
        for reference in ["s3", "t1.0", "b1", "second", "-1", ""] {
            #expect(throws: StoreError.noSuchStudy(reference)) { try store.study(reference) }
        }
    }

    @Test func withoutAStudyThereIsNoNewest() throws {
        let error = #expect(throws: StoreError.self) { try store.study("newest") }
        #expect(error?.description == "no study is stored yet; a search makes one")
    }

    @Test(arguments: ["s1", "17", "t1.2", "b3", "newest", " ", ""])
    func aNameThatReadsAsAnIdIsRefused(name: String) throws {
        #expect(throws: StoreError.unusableName(name)) { try store.createStudy(Sample.plan(), name: name) }
        #expect(try store.studies().isEmpty)
    }

    @Test func aStateComesWithItsReasonAndTime() throws {
        let id = try store.createStudy(Sample.plan()).id
        try store.setState(.timedOut, reason: "after 2 s", ofStudy: id)
        var study = try store.study(id)
        #expect(study.state == .timedOut && study.reason == "after 2 s" && study.finishedAt != nil)
        try store.setState(.running, ofStudy: id)
        try store.setTrials(250, ofStudy: id)
        try store.setName("again", ofStudy: id)
        try store.setNote("with more", ofStudy: id)
        study = try store.study(id)
        #expect(study.state == .running && study.reason == nil && study.finishedAt == nil)
        #expect(study.plan.trials == 250 && study.name == "again" && study.note == "with more")
        #expect(throws: StoreError.noSuchStudy("s9")) { try store.setState(.complete, ofStudy: 9) }
    }

    @Test(arguments: [(Direction.maximize, 2.0, 1), (.minimize, -1.0, 2)])
    func aSummaryCountsAndNamesTheBest(direction: Direction, best: Double, number: Int) throws {
        let study = try store.createStudy(Sample.plan(direction))
        #expect(try store.summary(ofStudy: study.id).best.isNaN)
        let sharpes = [0.5, 2, -1, .nan, 2, -1]
        try store.insert(
            sharpes.enumerated().map { Sample.trial($0, sharpe: $1) } + [
                Sample.failure(6, "no"), Sample.failure(7, "no"),
            ],
            into: study, metrics: Sample.metrics)
        let summary = try #require(try store.studies().first)
        #expect(summary == (try store.summary(ofStudy: study.id)))
        #expect((summary.complete, summary.pruned, summary.failed) == (6, 0, 2))
        #expect(summary.best == best && summary.bestTrial == .trial(study: study.id, number: number))
    }

    @Test func studiesAreListedNewestFirst() throws {
        for _ in 0..<3 { _ = try store.createStudy(Sample.plan()) }
        #expect(try store.studies().map(\.id) == [3, 2, 1])
        #expect(try store.studies(limit: 2).map(\.id) == [3, 2])
    }
}

@Suite struct ResultIDTests {
    @Test(arguments: [
        ("s12", ResultID.study(12)), ("12", .study(12)), ("t12.345", .trial(study: 12, number: 345)),
        ("b7", .backtest(7)),
    ])
    func anIdIsRead(text: String, id: ResultID) {
        #expect(ResultID(text) == id)
    }

    @Test(arguments: [
        "", "s", "t12", "t12.", "t.1", "b", "x1", "s-1", "s1.2", "t1.2.3", "+1", "１２", "99999999999999999999",
    ])
    func anythingElseIsNone(text: String) {
        #expect(ResultID(text) == nil)
    }
}
