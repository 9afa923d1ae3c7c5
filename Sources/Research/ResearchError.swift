/// What can be wrong with a request for research.
package enum ResearchError: Error, Hashable, Sendable {
    /// The market is there, and none of its candles are asked for.
    case noCandles(market: String, stored: String)
    /// A name that no metric has.
    case unknownMetric(String, known: [String])
    /// A study cannot go on because something is not as it was.
    case cannotResume(study: String, what: String)
    /// Parameters that the strategy's own `where` does not allow.
    case refusedParameters(script: String, parameters: String)
    /// There is nothing to compare yet.
    case noTrials(study: String)
    /// A number outside of what makes sense.
    case outOfRange(name: String, value: String, expected: String)
}

extension ResearchError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noCandles(let market, let stored):
            "no candles of \(market) in that range, stored are those from \(stored)"
        case .unknownMetric(let name, let known):
            "no metric \"\(name)\", expected one of \(known.joined(separator: ", "))"
        case .cannotResume(let study, let what):
            "\(study) cannot be resumed: \(what)"
        case .refusedParameters(let script, let parameters):
            "\(script): its where refuses \(parameters), set parameters that it allows"
        case .noTrials(let study):
            "\(study) has no trials yet"
        case .outOfRange(let name, let value, let expected):
            "\(name) is \(value), expected \(expected)"
        }
    }
}
