import Foundation
import GRDB
import Search

/// One value that goes into a query or comes out of it.
package enum QueryValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])

    /// NULL for NaN.
    package init(_ value: Double) {
        self = value.isNaN ? .null : .real(value)
    }

    package init(_ value: ParameterValue) {
        switch value {
        case .integer(let integer): self = .integer(Int64(integer))
        case .real(let real): self.init(real)
        case .text(let text): self = .text(text)
        case .boolean(let flag): self = .text(flag ? "true" : "false")
        }
    }
}

extension QueryValue: CustomStringConvertible {
    /// The value as a person would type it.
    package var description: String {
        switch self {
        case .null: "null"
        case .integer(let integer): integer.description
        case .real(let real): real.description
        case .text(let text): text
        case .blob(let bytes): "\(bytes.count) bytes"
        }
    }
}

extension QueryValue {
    init(_ value: DatabaseValue) {
        switch value.storage {
        case .null: self = .null
        case .int64(let integer): self = .integer(integer)
        case .double(let real): self = .real(real)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .real(let real): real.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
