/// What a result is called: `s12` a study, `t12.345` a trial of it, `b7` a saved backtest.
package enum ResultID: Hashable, Sendable {
    case study(Int64)
    case trial(study: Int64, number: Int)
    case backtest(Int64)

    /// Reads an id; a bare number is a study. Nil for anything else.
    package init?(_ text: String) {
        func number(_ digits: some StringProtocol) -> Int64? {
            digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int64(digits) : nil
        }
        switch text.first {
        case "t":
            let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
            guard parts.count == 2, let study = number(parts[0]), let trial = number(parts[1]) else { return nil }
            self = .trial(study: study, number: Int(trial))
        case "b":
            guard let id = number(text.dropFirst()) else { return nil }
            self = .backtest(id)
        default:
            guard let id = number(text.first == "s" ? text.dropFirst() : text[...]) else { return nil }
            self = .study(id)
        }
    }
}

extension ResultID: CustomStringConvertible {
    package var description: String {
        switch self {
        case .study(let id): "s\(id)"
        case .trial(let study, let number): "t\(study).\(number)"
        case .backtest(let id): "b\(id)"
        }
    }
}
