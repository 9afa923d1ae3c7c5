import Foundation
import Search
import Store
import Testing

@Suite struct QueryTests {
    let home = TemporaryHome()
    let store: ResultStore

    init() throws { store = try home.open() }

    @Test func aSavedQueryIsListedRunReplacedAndRemoved() throws {
        let query = StoredQuery(
            name: "wide", sql: "SELECT :factor * 2 AS twice, :word AS word", description: "Doubles.",
            parameters: [
                try QueryParameter(declaration: "factor:real"),
                try QueryParameter(declaration: "word:text=a 'b' \"c\""),
            ])
        try store.save(query)
        let reader = try home.open(.readOnly)
        let read = try reader.query(named: "wide")
        #expect(read == query)
        #expect(try reader.queries().contains(query))
        let result = try reader.run(read, values: ["factor": .text("1.5")])
        #expect(result.columns == ["twice", "word"] && result.rows == [[.real(3), .text("a 'b' \"c\"")]])

        try store.save(StoredQuery(name: "wide", sql: "SELECT 1", description: "One."))
        #expect(try store.query(named: "wide").description == "One.")
        try store.removeQuery(named: "wide")
        let error = #expect(throws: StoreError.self) { try store.query(named: "wide") }
        #expect(
            error?.description.hasPrefix("no stored query \"wide\"; there are best_per_strategy, failures,") == true)
    }

    @Test func shippedQueriesStay() throws {
        for name in ["leaderboard", "failures", "slowest_trials", "studies", "best_per_strategy", "trial_history"] {
            #expect(try store.query(named: name).isShipped)
            #expect(throws: StoreError.shippedQuery(name)) { try store.removeQuery(named: name) }
            #expect(throws: StoreError.shippedQuery(name)) {
                try store.save(StoredQuery(name: name, sql: "SELECT 1", description: ""))
            }
        }
    }

    @Test func shippedQueriesAreInTheDatabaseForOtherPrograms() throws {
        let result = try store.run(sql: "SELECT name, sql FROM stored_queries WHERE is_shipped ORDER BY name")
        #expect(result.rows == (try store.queries().map { [.text($0.name), .text($0.sql)] }))
    }

    @Test func everyShippedQueryRunsOnAnEmptyStudyAndOnAFullOne() throws {
        let study = try store.createStudy(Sample.plan())
        for query in try store.queries() { _ = try store.run(query) }
        try store.insert(
            [Sample.trial(0, sharpe: 1), Sample.failure(1, "x")], into: study, metrics: Sample.metrics)
        for query in try store.queries() { #expect(try !store.run(query).rows.isEmpty, "\(query.name)") }
    }

    @Test(arguments: ["", "two words", "7up", "list", "show", "run", "save", "remove", "a.b", "drop\"table"])
    func anUnusableNameIsRefused(name: String) {
        #expect(throws: StoreError.unusableName(name)) {
            try store.save(StoredQuery(name: name, sql: "SELECT 1", description: ""))
        }
    }

    @Test func aQueryThatCouldNotRunIsNotSaved() throws {
        for sql in [
            "SELEC 1", "SELECT nothing FROM trials", "SELECT 1; SELECT 2", "SELECT :undeclared", "SELECT ?", "",
        ] {
            #expect(throws: StoreError.self) {
                try store.save(StoredQuery(name: "bad", sql: sql, description: ""))
            }
        }
        #expect(throws: StoreError.self) { try store.query(named: "bad") }
    }

    @Test func parametersAreCheckedByNameAndType() throws {
        let leaderboard = try store.query(named: "leaderboard")
        func message(_ values: [String: QueryValue]) -> String? {
            #expect(throws: StoreError.self) { try store.run(leaderboard, values: values) }?.description
        }
        #expect(message(["lmit": .integer(3)]) == "leaderboard: no parameter \"lmit\"; it has study and limit")
        _ = try store.createStudy(Sample.plan())
        #expect(message(["limit": .text("ten")]) == "leaderboard: limit is \"ten\"; expected an integer")
        #expect(message(["limit": .real(1.5)]) == "leaderboard: limit is \"1.5\"; expected an integer")
        #expect(
            message(["study": .text("s99")]) == "no study \"s99\"; expected an id such as s12, a name, or newest")
        let needy = StoredQuery(
            name: "needy", sql: "SELECT :flag", description: "", parameters: [QueryParameter("flag", .boolean)])
        let error = #expect(throws: StoreError.self) { try store.run(needy) }
        #expect(error?.description == "needy: flag is not given; expected true or false")
        #expect(try store.run(needy, values: ["flag": .text("yes")]).rows == [[.integer(1)]])
    }

    @Test(arguments: ["", "study", "study:", "study:date", "7:integer", "a b:text", "limit:integer=ten", ":integer"])
    func aMalformedDeclarationIsRefused(text: String) {
        #expect(throws: StoreError.malformedDeclaration(text)) { try QueryParameter(declaration: text) }
    }

    @Test func anIntegerCalledStudyIsAStudy() throws {
        #expect(
            try QueryParameter(declaration: "study:integer=newest")
                == QueryParameter("study", .study, default: .text("newest")))
    }

    @Test func typedSqlTakesItsParametersAsTheyLook() throws {
        let study = try store.createStudy(Sample.plan())
        let result = try store.run(
            sql: "SELECT typeof(:a), typeof(:b), typeof(:c), :study -- and no more\n;",
            values: ["a": .text("1"), "b": .text("0.5"), "c": .text("x"), "study": .text("newest")])
        #expect(result.rows == [[.text("integer"), .text("real"), .text("text"), .integer(study.id)]])
        #expect(throws: StoreError.missingParameter("x", query: "query", expected: "a value")) {
            try store.run(sql: "SELECT :x")
        }
        #expect(throws: StoreError.unknownParameter("y", query: "query", known: [])) {
            try store.run(sql: "SELECT 1", values: ["y": .null])
        }
    }

    @Test func anAnswerIsCutAtItsLimitAndSaysSo() throws {
        let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :last) SELECT i FROM n"
        let whole = try store.run(sql: sql, values: ["last": .integer(1000)])
        #expect(whole.rows.count == 1000 && !whole.isCut)
        let cut = try store.run(sql: sql, values: ["last": .integer(1001)])
        #expect(cut.rows.count == 1000 && cut.isCut)
        #expect(
            try store.run(sql: sql, values: ["last": .integer(9)], limits: QueryLimits(seconds: 1, rows: 2)).rows
                == [[.integer(1)], [.integer(2)]])
    }

    @Test func aQueryOfTheUserOutlivesAShippedOneOfItsName() throws {
        let path = home.database.path
        try store.save(StoredQuery(name: "mine", sql: "SELECT 1", description: "Mine."))
        try store.close()
        let other = try home.open(metrics: Sample.metrics + ["another"])
        #expect(try other.query(named: "mine").description == "Mine.")
        #expect(try other.query(named: "leaderboard").sql.contains("trial.\"another\""))
        #expect(FileManager.default.fileExists(atPath: path))
    }
}
