import Foundation
import GRDB

/// The file `candela.sqlite` of a home, and how connections to it are made.
struct DatabaseFile {
    let home: URL

    var path: String { home.appending(path: "candela.sqlite").path }

    /// "CNDL": tells SQLite files of ours from those of other programs.
    static let applicationID: Int32 = 0x434e_444c

    /// What the first hundred bytes of the file say; nil where there is no file, or an empty one.
    ///
    /// Read as plain bytes, so that a file that is not ours, or newer, is not touched by opening it.
    func header() throws(StoreError) -> Header? {
        var isFolder: ObjCBool = false
        if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw .inputOutput(path: path, message: "a folder stands where the database of this home would be")
        }
        guard let file = FileHandle(forReadingAtPath: path) else {
            if FileManager.default.fileExists(atPath: path) {
                throw .inputOutput(path: path, message: "cannot be read")
            }
            return nil
        }
        defer { try? file.close() }
        let bytes: [UInt8]
        do { bytes = [UInt8](try file.read(upToCount: 100) ?? Data()) } catch { throw StoreError(error, home: home) }
        if bytes.isEmpty { return nil }
        guard bytes.count == 100, bytes.starts(with: "SQLite format 3\0".utf8) else { throw .notADatabase(path: path) }
        func word(at offset: Int) -> Int32 {
            bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int32($1) }
        }
        return Header(version: word(at: 60), applicationID: word(at: 68))
    }

    struct Header {
        let version: Int32
        let applicationID: Int32
    }

    /// Whether the file can be opened at all: ours, and not newer. False where there is none yet.
    func check() throws(StoreError) -> Bool {
        guard let header = try header() else { return false }
        if header.applicationID != Self.applicationID { throw .notADatabase(path: path) }
        if header.version > Migrations.version { throw .newerDatabase(path: path) }
        return true
    }

    /// A pool of connections: one that writes and checkpoints, others that read beside it.
    func openForWriting() throws -> DatabasePool {
        var configuration = Self.configuration
        configuration.prepareDatabase { db in
            // Before the file is switched to WAL, so that its first page says whose it is from the first moment on.
            if !db.configuration.readonly, try Int.fetchOne(db, sql: "PRAGMA page_count") == 0 {
                try db.execute(sql: "PRAGMA application_id = \(Self.applicationID)")
            }
        }
        return try DatabasePool(path: path, configuration: configuration)
    }

    /// One connection that cannot write.
    ///
    /// In a home where SQLite cannot make its shared-memory file, and needs none because no write is pending, the
    /// database is opened as a file that nobody changes.
    func openForReading() throws -> DatabaseQueue {
        var configuration = Self.configuration
        configuration.readonly = true
        do {
            return try DatabaseQueue(path: path, configuration: configuration)
        } catch let error as DatabaseError
            where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && !hasPendingWrites
        {
            return try DatabaseQueue(path: immutableURI, configuration: configuration)
        }
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "candela"
        configuration.busyMode = .timeout(30)
        return configuration
    }

    /// Whether commits wait in the write-ahead log for their way into the file.
    private var hasPendingWrites: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? Int ?? 0) > 0
    }

    private var immutableURI: String {
        "file://\(path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path)?immutable=1"
    }

    /// Whether less than a megabyte is left where the file is: SQLite has other words for some full disks.
    var isOutOfSpace: Bool {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: home.path)
        return (attributes?[.systemFreeSize] as? Int).map { $0 < 1 << 20 } ?? false
    }
}
