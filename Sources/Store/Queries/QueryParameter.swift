/// A value that a stored query asks for, by name.
package struct QueryParameter: Hashable, Sendable {
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case integer
        case real
        case text
        case boolean
        /// A study by id, name, or `newest`; the query gets its number.
        case study

        /// What a person is told to give.
        var expectation: String {
            switch self {
            case .integer: "an integer"
            case .real: "a number"
            case .text: "a text"
            case .boolean: "true or false"
            case .study: "a study, such as s12 or newest"
            }
        }
    }

    package let name: String
    package let kind: Kind
    /// Taken where nothing is given; nil where something must be.
    package let defaultValue: QueryValue?

    package init(_ name: String, _ kind: Kind, default defaultValue: QueryValue? = nil) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
    }

    /// Reads `name:type` or `name:type=default`: `limit:integer=10`, `study:integer=newest`.
    ///
    /// An integer of the name `study` is a study.
    package init(declaration text: String) throws(StoreError) {
        guard let colon = text.firstIndex(of: ":") else { throw .malformedDeclaration(text) }
        let equals = text[colon...].firstIndex(of: "=")
        let name = String(text[..<colon])
        guard Self.isUsable(name),
            let kind = Kind(rawValue: String(text[text.index(after: colon)..<(equals ?? text.endIndex)]))
        else { throw .malformedDeclaration(text) }
        self.init(name, name == "study" && kind == .integer ? .study : kind)
        if let equals {
            let given = QueryValue.text(String(text[text.index(after: equals)...]))
            guard let value = converted(given) else { throw .malformedDeclaration(text) }
            self = QueryParameter(name, self.kind, default: value)
        }
    }

    /// `value` as this parameter's type, also from its text; nil where it cannot be read as that. Studies stay as given.
    func converted(_ value: QueryValue) -> QueryValue? {
        switch (kind, value) {
        case (.integer, .integer), (.real, .real), (.text, .text), (.study, .integer): value
        case (.integer, .real(let real)), (.study, .real(let real)): Int64(exactly: real).map { .integer($0) }
        case (.integer, .text(let text)): Int64(text).map { .integer($0) }
        case (.real, .integer(let integer)): .real(Double(integer))
        case (.real, .text(let text)): Double(text).flatMap { $0.isFinite ? .real($0) : nil }
        case (.text, .integer), (.text, .real): .text(value.description)
        case (.boolean, .integer(let integer)): integer == 0 || integer == 1 ? value : nil
        case (.boolean, .text(let text)):
            ["true", "yes", "1"].contains(text) ? .integer(1) : ["false", "no", "0"].contains(text) ? .integer(0) : nil
        case (.study, .text(let text)): text.isEmpty ? nil : value
        default: nil
        }
    }

    static func isUsable(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(48...57).contains(first) else { return false }
        return name.utf8.allSatisfy {
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_".utf8.contains($0)
        }
    }
}

extension QueryParameter: Codable {
    private enum CodingKeys: String, CodingKey {
        case name
        case kind = "type"
        case defaultValue = "default"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let kind = try container.decode(Kind.self, forKey: .kind)
        self.init(try container.decode(String.self, forKey: .name), kind)
        // Kept as text whatever its type, so that no reader of JSON has to tell integers from reals.
        if let text = try container.decodeIfPresent(String.self, forKey: .defaultValue) {
            self = QueryParameter(name, kind, default: converted(.text(text)))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(defaultValue?.description, forKey: .defaultValue)
    }
}
