/// One value in a table: what it is, not yet how it looks.
package enum TextCell: Sendable, Equatable {
    /// No value. An undefined number (NaN) is shown the same way.
    case none
    case integer(Int)
    case real(Double)
    case text(String)
    case boolean(Bool)
    /// Milliseconds since 1970-01-01 UTC.
    case time(Int64)

    /// Its number, where it is one that can be shown: NaN is none.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value.isNaN ? nil : value
        default: nil
        }
    }
}

extension TextCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(integerLiteral value: Int) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .real(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(nilLiteral: ()) { self = .none }
}
