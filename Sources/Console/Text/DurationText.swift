/// How long something takes, in the unit a person would choose: `820 us`, `4.2 s`, `12 min 05 s`, `1 h 02 min`,
/// `34.7 days`.
package enum DurationText {
    /// Seconds; NaN and infinity have no length and are `–`.
    package static func text(seconds: Double) -> String {
        guard seconds.isFinite else { return "–" }
        if seconds < 0 { return "-" + text(seconds: -seconds) }
        switch seconds {
        case ..<0.0009995: return NumberText.fixed(seconds * 1e6, decimals: 0) + " us"
        case ..<0.09995: return NumberText.fixed(seconds * 1e3, decimals: 1) + " ms"
        case ..<0.9995: return NumberText.fixed(seconds * 1e3, decimals: 0) + " ms"
        case ..<59.95: return NumberText.fixed(seconds, decimals: 1) + " s"
        case ..<3599.5: return pair(seconds, per: 60, "min", "s")
        case ..<172_770: return pair(seconds / 60, per: 60, "h", "min")
        default: return NumberText.fixed(seconds / 86_400, decimals: 1, groups: true) + " days"
        }
    }

    package static func text(nanoseconds: UInt64) -> String { text(seconds: Double(nanoseconds) / 1e9) }

    package static func text(_ duration: Duration) -> String { text(seconds: duration / .seconds(1)) }

    /// What is left, in whole seconds where there are few: `9 s`.
    static func rough(seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0, seconds < 59.5 else { return text(seconds: seconds) }
        return NumberText.fixed(seconds, decimals: 0) + " s"
    }

    private static func pair(_ value: Double, per: Int, _ large: String, _ small: String) -> String {
        let whole = Int(value.rounded())
        let rest = whole % per
        return "\(whole / per) \(large) \(rest < 10 ? "0" : "")\(rest) \(small)"
    }
}
