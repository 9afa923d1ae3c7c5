import Foundation
import Search
import Store
import Testing

/// SQL that a reader of results has no business with: refused with a sentence, and nothing is changed.
@Suite struct HostileQueryTests {
    let home = TemporaryHome()
    let store: ResultStore

    init() throws {
        store = try home.open()
        let study = try store.createStudy(Sample.plan())
        try store.insert([Sample.trial(0, sharpe: 1)], into: study, metrics: Sample.metrics)
    }

    @Test(arguments: [
        "INSERT INTO stored_queries VALUES ('x', 'SELECT 1', '', '[]', 'table', 0)",
        "INSERT OR REPLACE INTO trials (study_id, number, state, is_timed, parameters) VALUES (1, 0, 'complete', 0, '{}')",
        "REPLACE INTO stored_queries VALUES ('x', 'SELECT 1', '', '[]', 'table', 0)",
        "UPDATE trials SET sharpe = 99",
        "UPDATE studies SET state = 'complete' RETURNING id",
        "DELETE FROM trials",
        "UPDATE sqlite_master SET sql = ''",
        "DELETE FROM sqlite_master",
        "WITH gone AS (SELECT 1) DELETE FROM trials WHERE number IN gone",
        "DROP TABLE trials",
        "CREATE TABLE mine (x)",
        "CREATE TEMP TABLE mine (x)",
        "CREATE TABLE mine AS SELECT * FROM trials",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE TEMP VIEW mine AS SELECT 1",
        "CREATE INDEX mine ON trials (sharpe)",
        "CREATE TRIGGER mine AFTER INSERT ON trials BEGIN DELETE FROM trials; END",
        "CREATE VIRTUAL TABLE mine USING fts5(x)",
        "ALTER TABLE trials ADD COLUMN mine",
        "ALTER TABLE trials RENAME TO mine",
        "REINDEX",
        "ANALYZE",
        "VACUUM",
        "VACUUM INTO '/tmp/candela-copy.sqlite'",
        "ATTACH DATABASE '/tmp/candela-other.sqlite' AS other",
        "ATTACH ':memory:' AS other",
        "DETACH DATABASE main",
        "BEGIN IMMEDIATE",
        "BEGIN",
        "COMMIT",
        "SAVEPOINT mine",
        "PRAGMA query_only = 0",
        "PRAGMA user_version = 99",
        "PRAGMA journal_mode = DELETE",
        "PRAGMA synchronous = OFF",
        "PRAGMA writable_schema = ON",
        "PRAGMA wal_checkpoint(TRUNCATE)",
        "PRAGMA temp_store_directory = '/tmp'",
        "PRAGMA mmap_size = 1000000000",
        "SELECT load_extension('mine.so')",
        "SELECT fts3_tokenizer('simple')",
        "SELECT 1; DELETE FROM trials",
        "DELETE FROM trials; SELECT 1",
        "EXPLAIN DELETE FROM trials",
    ])
    func writesAreRefused(sql: String) throws {
        let before = try Data(contentsOf: home.database)
        let error = #expect(throws: StoreError.self) { try store.run(sql: sql) }
        switch error {
        case .refusedQuery, .faultyQuery: break
        default: Issue.record("another error: \(String(describing: error))")
        }
        #expect(error?.description.contains("\n") == false)
        #expect(throws: StoreError.self) {
            try store.save(StoredQuery(name: "hostile", sql: sql, description: ""))
        }
        #expect(try Data(contentsOf: home.database) == before)
        #expect(try store.trials(of: store.study(1)).first?.metrics["sharpe"] == 1)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/candela-copy.sqlite"))
    }

    @Test func theRefusalNamesWhatWasTried() {
        func message(_ sql: String) -> String? {
            #expect(throws: StoreError.self) { try store.run(sql: sql) }?.description
        }
        #expect(message("ATTACH ':memory:' AS other") == "query: a query only reads, so ATTACH is refused")
        #expect(message("DELETE FROM trials") == "query: a query only reads, so DELETE is refused")
        #expect(message("PRAGMA user_version = 9") == "query: a query only reads, so PRAGMA user_version is refused")
        #expect(message("SELECT load_extension('x')") == "query: a query only reads, so load_extension is refused")
        #expect(message("SELECT 1; SELECT 2") == "query: more than one statement; a query is one")
        #expect(message("SELECT x FROM trials") == "query: no such column: x")
    }

    @Test(arguments: [
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT count(*) FROM n a, n b, n c",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(instr(hex(zeroblob(400000)), '01')) FROM n",
    ])
    func endlessQueriesAreStopped(sql: String) throws {
        let limits = QueryLimits(seconds: 0.2, rows: 1000)
        #expect(throws: StoreError.slowQuery("query", seconds: 0.2)) { try store.run(sql: sql, limits: limits) }
    }

    @Test(arguments: [
        "SELECT zeroblob(100000000)", "SELECT hex(zeroblob(900000))",
        "SELECT hex(zeroblob(100)) LIKE '\(String(repeating: "%0", count: 60))'",
    ])
    func hugeValuesAreRefused(sql: String) {
        let error = #expect(throws: StoreError.self) { try store.run(sql: sql) }
        guard case .faultyQuery? = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
    }

    @Test(arguments: [
        "SELECT * FROM trials", "VALUES (1), (2)", "WITH x AS (SELECT 1) SELECT * FROM x", "PRAGMA table_info(trials)",
        "SELECT name FROM pragma_table_info('trials')", "EXPLAIN QUERY PLAN SELECT * FROM trials",
        "SELECT key, value FROM trials, json_each(parameters)", "SELECT name FROM sqlite_master",
        "SELECT rank() OVER (ORDER BY sharpe) FROM trials", "PRAGMA integrity_check", "  ;SELECT 1;  ",
    ])
    func whatReadsIsAllowed(sql: String) throws {
        #expect(try !store.run(sql: sql).columns.isEmpty)
    }
}
