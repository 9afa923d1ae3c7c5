import Search

/// A parameter set by hand, as text from a command line or as a value from Lua.
package enum ParameterChange: Hashable, Sendable {
    case text(String)
    case value(ParameterValue)
}

extension SearchSpace {
    /// The defaults with `changes` in place of their own; each must be allowed.
    func parameters(setting changes: [String: ParameterChange]) throws(SearchError) -> Parameters {
        var values: [String: ParameterValue] = [:]
        for (name, change) in changes {
            switch change {
            case .value(let value): values[name] = value
            // A name that the space does not know is refused below, whatever its value.
            case .text(let text): values[name] = try self[name]?.parsing(text) ?? .text(text)
            }
        }
        return try admitting(values, to: defaults)
    }
}
