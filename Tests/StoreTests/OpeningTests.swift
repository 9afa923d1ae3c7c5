import Foundation
import Search
import Testing

@testable import Store

@Suite struct OpeningTests {
    let home = TemporaryHome()

    @Test func readingWhereNothingIsStoredSaysSo() throws {
        #expect(throws: StoreError.noResults(home: home.url.path)) { try home.open(.readOnly) }
        #expect(!FileManager.default.fileExists(atPath: home.url.path))
        try FileManager.default.createDirectory(at: home.url, withIntermediateDirectories: true)
        try Data().write(to: home.database)
        #expect(throws: StoreError.noResults(home: home.url.path)) { try home.open(.readOnly) }
    }

    @Test func writingMakesFolderAndDatabase() throws {
        let store = try home.open()
        // Bytes 18 and 19 of the file: 2 means a write-ahead log.
        #expect(try Data(contentsOf: home.database)[18...19] == Data([2, 2]))
        #expect(try store.run(sql: "PRAGMA user_version").rows == [[.integer(Int64(Migrations.version))]])
        #expect(try store.run(sql: "PRAGMA application_id").rows == [[.integer(Int64(DatabaseFile.applicationID))]])
    }

    @Test func aReaderCannotWrite() throws {
        try home.open().close()
        let store = try home.open(.readOnly)
        #expect(throws: StoreError.readOnlyHome(home: home.url.path)) { try store.createStudy(Sample.plan()) }
    }

    @Test func twoStoresMayOpenANewHomeAtOnce() async throws {
        let url = home.url
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    _ = try ResultStore(home: url, access: .readWrite, metrics: Sample.metrics)
                        .createStudy(Sample.plan())
                }
            }
            try await group.waitForAll()
        }
        #expect(try home.open(.readOnly).studies().count == 8)
    }

    @Test(arguments: ["time,open,high,low,close\n", "SQLite format 3", String(repeating: "no database ", count: 50)])
    func aFileThatIsNoDatabaseIsNamedAndLeftAlone(text: String) throws {
        try FileManager.default.createDirectory(at: home.url, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: home.database)
        for access in [ResultStore.Access.readWrite, .readOnly] {
            #expect(throws: StoreError.notADatabase(path: home.database.path)) { try home.open(access) }
        }
        #expect(try Data(contentsOf: home.database) == Data(text.utf8))
    }

    @Test func aFolderInPlaceOfTheDatabaseIsNamed() throws {
        try FileManager.default.createDirectory(at: home.database, withIntermediateDirectories: true)
        for access in [ResultStore.Access.readOnly, .readWrite] {
            let error = #expect(throws: StoreError.self) { try home.open(access) }
            #expect(
                error?.description
                    == "\(home.database.path): a folder stands where the database of this home would be")
        }
    }

    @Test func aDatabaseOfAnotherProgramIsLeftAlone() throws {
        try home.open().close()
        let bytes = try patch(offset: 68, with: 1234)
        for access in [ResultStore.Access.readWrite, .readOnly] {
            #expect(throws: StoreError.notADatabase(path: home.database.path)) { try home.open(access) }
        }
        #expect(try Data(contentsOf: home.database) == bytes)
    }

    @Test func aDatabaseOfANewerVersionIsLeftAlone() throws {
        try home.open().close()
        let bytes = try patch(offset: 60, with: Migrations.version + 1)
        let before = try FileManager.default.contentsOfDirectory(atPath: home.url.path).sorted()
        for access in [ResultStore.Access.readWrite, .readOnly] {
            #expect(throws: StoreError.newerDatabase(path: home.database.path)) { try home.open(access) }
        }
        #expect(try Data(contentsOf: home.database) == bytes)
        #expect(try FileManager.default.contentsOfDirectory(atPath: home.url.path).sorted() == before)
    }

    /// The step of a newer program may still wait in the log, where the first page of the file does not tell.
    @Test func aStepOfANewerVersionIsSeenWhileItWaitsInTheLog() throws {
        let newer = try home.open()
        try newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v999')") }
        for access in [ResultStore.Access.readWrite, .readOnly] {
            #expect(throws: StoreError.newerDatabase(path: home.database.path)) { try home.open(access) }
        }
    }

    @Test func aDamagedDatabaseIsAnErrorAndNoCrash() throws {
        try home.open().close()
        var bytes = try Data(contentsOf: home.database)
        for index in 100..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
        try bytes.write(to: home.database)
        for access in [ResultStore.Access.readWrite, .readOnly] {
            let error = #expect(throws: StoreError.self) { try home.open(access) }
            guard case .damagedDatabase? = error else {
                Issue.record("another error: \(String(describing: error))")
                return
            }
        }
    }

    @Test func aHomeThatIsAFileIsAnError() throws {
        try Data("x".utf8).write(to: home.url)
        #expect(throws: StoreError.self) { try home.open() }
        #expect(throws: StoreError.noResults(home: home.url.path)) { try home.open(.readOnly) }
    }

    @Test func everyErrorIsOneSentence() {
        let errors: [StoreError] = [
            .noResults(home: "/h"), .newerDatabase(path: "/p"), .oldDatabase(path: "/p"), .notADatabase(path: "/p"),
            .readOnlyHome(home: "/h"), .fullHome(home: "/h"), .busyDatabase(path: "/p"), .noSuchStudy("x"),
            .noSuchQuery("x", known: ["a", "b", "c"]), .shippedQuery("x"), .malformedDeclaration("x"),
            .unknownParameter("x", query: "q", known: []), .slowQuery("q", seconds: 1),
        ]
        for error in errors {
            #expect(!error.description.contains("\n") && !error.description.hasSuffix("."))
        }
        #expect(
            StoreError.noSuchQuery("x", known: ["a", "b", "c"]).description
                == "no stored query \"x\"; there are a, b, and c")
        #expect(StoreError.slowQuery("q", seconds: 1).description.contains("after 1 s"))
    }

    /// Overwrites four bytes of the first page; gives all bytes of the file.
    private func patch(offset: Int, with word: Int32) throws -> Data {
        var bytes = try Data(contentsOf: home.database)
        for index in 0..<4 { bytes[offset + index] = UInt8(truncatingIfNeeded: word >> (24 - 8 * Int32(index))) }
        try bytes.write(to: home.database)
        return bytes
    }
}
