/// An amount of candles with a name: how much history a piece of work looks back on.
package enum LookbackPreset: String, CaseIterable, Sendable {
    case quick, development, production, validation, maximum

    package static let usual = LookbackPreset.development

    /// The newest so many candles.
    package var candles: Int {
        switch self {
        case .quick: 5000
        case .development: 10_000
        case .production: 15_000
        case .validation: 20_000
        case .maximum: 25_000
        }
    }

    /// What is thought sensible for this kind of work.
    package var range: ClosedRange<Int> {
        switch self {
        case .quick: 2000...5000
        case .development: 8000...10_000
        case .production: 10_000...15_000
        case .validation: 15_000...20_000
        case .maximum: 20_000...25_000
        }
    }

    /// What to tell someone who asks for more than `maximum`; nil for less.
    package static func notice(candles: Int) -> String? {
        guard candles > maximum.candles else { return nil }
        return "\(CountText.text(candles)) candles are more than \(CountText.text(maximum.candles)): "
            + "diminishing returns, older candles say less about the market of today"
    }
}
