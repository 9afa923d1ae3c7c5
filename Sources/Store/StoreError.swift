import Foundation
import GRDB

/// What can be wrong with stored results, or with a wish about them.
package enum StoreError: Error, Hashable, Sendable {
    /// Nothing was ever stored in this home.
    case noResults(home: String)
    /// Made by a later Candela; left untouched.
    case newerDatabase(path: String)
    /// Made by an earlier Candela, in a home where it cannot be brought up to date.
    case oldDatabase(path: String)
    /// Another program's file, or no database at all.
    case notADatabase(path: String)
    case damagedDatabase(path: String, message: String)

    case readOnlyHome(home: String)
    case fullHome(home: String)
    /// Another process wrote for longer than anybody waits.
    case busyDatabase(path: String)
    /// Any other trouble with a file.
    case inputOutput(path: String, message: String)

    case noSuchStudy(String)
    case noSuchTrial(ResultID)
    case noSuchBacktest(ResultID)
    case storedTwice(ResultID)
    /// Another search works on it at this moment.
    case claimedStudy(ResultID)
    /// A name that could not be told from an id, or that is empty.
    case unusableName(String)

    case noSuchQuery(String, known: [String])
    case shippedQuery(String)
    case unknownParameter(String, query: String, known: [String])
    case missingParameter(String, query: String, expected: String)
    case mistypedParameter(String, query: String, value: String, expected: String)
    /// How a parameter of a query is declared.
    case malformedDeclaration(String)
    /// SQL that SQLite does not understand.
    case faultyQuery(String, message: String)
    /// SQL that does more than read.
    case refusedQuery(String, action: String)
    case slowQuery(String, seconds: Double)
}

extension StoreError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noResults(let home):
            "\(home): nothing is stored here yet; a search or a saved backtest would be the first"
        case .newerDatabase(let path):
            "\(path): made by a newer version of Candela, which is needed to read it; nothing was changed"
        case .oldDatabase(let path):
            "\(path): made by an older version of Candela and not writable, so it cannot be brought up to date"
        case .notADatabase(let path): "\(path): not a database of Candela"
        case .damagedDatabase(let path, let message): "\(path): damaged (\(message)); restore it from a copy"
        case .readOnlyHome(let home): "\(home): cannot be written to; choose another home or change its permissions"
        case .fullHome(let home): "\(home): no space left; what was stored before is kept"
        case .busyDatabase(let path): "\(path): another process has been writing for more than 30 seconds"
        case .inputOutput(let path, let message): "\(path): \(message)"
        case .noSuchStudy(let reference):
            reference == "newest"
                ? "no study is stored yet; a search makes one"
                : "no study \"\(reference)\"; expected an id such as s12, a name, or newest"
        case .noSuchTrial(let id): "no trial \(id)"
        case .noSuchBacktest(let id): "no saved backtest \(id)"
        case .storedTwice(let id): "\(id) is stored already"
        case .claimedStudy(let id): "\(id) is being searched by another process; wait until it has ended"
        case .unusableName(let name):
            "\"\(name)\" is no usable name; expected a word or more that does not read as an id"
        case .noSuchQuery(let name, let known):
            "no stored query \"\(name)\"; there are \(known.formatted(.list(type: .and).locale(.plain)))"
        case .shippedQuery(let name): "the query \(name) comes with Candela and stays as it is; choose another name"
        case .unknownParameter(let name, let query, let known):
            known.isEmpty
                ? "\(query): no parameter \"\(name)\"; it has none"
                : "\(query): no parameter \"\(name)\"; it has \(known.formatted(.list(type: .and).locale(.plain)))"
        case .missingParameter(let name, let query, let expected):
            "\(query): \(name) is not given; expected \(expected)"
        case .mistypedParameter(let name, let query, let value, let expected):
            "\(query): \(name) is \"\(value)\"; expected \(expected)"
        case .malformedDeclaration(let text):
            "\"\(text)\" declares no parameter; expected name:type or name:type=default, the type one of "
                + QueryParameter.Kind.allCases.map(\.rawValue).formatted(.list(type: .or).locale(.plain))
        case .faultyQuery(let query, let message): "\(query): \(message)"
        case .refusedQuery(let query, let action): "\(query): a query only reads, so \(action) is refused"
        case .slowQuery(let query, let seconds):
            "\(query): stopped after \(seconds.formatted(.number.locale(.plain))) s; a narrower question ends sooner"
        }
    }
}

extension Locale {
    /// English as a program speaks it, whatever the machine is set to.
    fileprivate static let plain = Locale(identifier: "en_US_POSIX")
}

extension StoreError {
    /// The fault behind an error of SQLite or the file system.
    init(_ error: any Error, home: URL) {
        let path = DatabaseFile(home: home).path
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_FULL: self = .fullHome(home: home.path)
            case .SQLITE_READONLY: self = .readOnlyHome(home: home.path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busyDatabase(path: path)
            case .SQLITE_NOTADB: self = .notADatabase(path: path)
            case .SQLITE_CORRUPT: self = .damagedDatabase(path: path, message: error.message ?? "malformed")
            // A log that is missing and cannot be made.
            case .SQLITE_CANTOPEN where !FileManager.default.isWritableFile(atPath: home.path):
                self = .readOnlyHome(home: home.path)
            case .SQLITE_IOERR where DatabaseFile(home: home).isOutOfSpace: self = .fullHome(home: home.path)
            default: self = .inputOutput(path: path, message: error.message ?? error.resultCode.description)
            }
        case let error as CocoaError where [.fileWriteNoPermission, .fileWriteVolumeReadOnly].contains(error.code):
            self = .readOnlyHome(home: home.path)
        case let error as CocoaError where error.code == .fileWriteOutOfSpace: self = .fullHome(home: home.path)
        default: self = .inputOutput(path: home.path, message: error.localizedDescription)
        }
    }

    /// The fault behind a failed call of the system.
    init(errno code: Int32, home: URL) {
        switch code {
        case ENOSPC, EDQUOT: self = .fullHome(home: home.path)
        case EROFS, EACCES, EPERM: self = .readOnlyHome(home: home.path)
        default: self = .inputOutput(path: home.path, message: unsafe String(cString: strerror(code)))
        }
    }
}
