/// One value a dimension can take.
package enum ParameterValue: Hashable, Sendable {
    case integer(Int)
    case real(Double)
    case text(String)
    case boolean(Bool)
}

extension ParameterValue: CustomStringConvertible {
    /// As a script would write it, texts without quotes; a real number always shows that it is one (`10.0`).
    package var description: String {
        switch self {
        case .integer(let value): "\(value)"
        case .real(let value): "\(value)"
        case .text(let value): value
        case .boolean(let value): "\(value)"
        }
    }
}

/// The chosen values of a trial, ordered by name.
package struct Parameters: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let name: String
        package var value: ParameterValue

        package init(name: String, value: ParameterValue) {
            self.name = name
            self.value = value
        }
    }

    package private(set) var entries: [Entry]

    /// No parameters: a strategy without a space.
    package static let none = Parameters([:])

    package init(_ values: [String: ParameterValue]) {
        entries = values.map { Entry(name: $0.key, value: $0.value) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Entries that are ordered by name already: samplers make one a microsecond.
    package init(ordered entries: [Entry]) {
        self.entries = entries
    }

    package subscript(name: String) -> ParameterValue? {
        entries.first { $0.name == name }?.value
    }

    /// The same parameters with those of `changes` in place of their own.
    package func setting(_ changes: [String: ParameterValue]) -> Parameters {
        Parameters(Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }).merging(changes) { $1 })
    }
}

extension Parameters: CustomStringConvertible {
    /// `fast=10 slow=30`.
    package var description: String {
        entries.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
    }
}
