/// The length of a candle: `1s` to `1M`.
package struct Timeframe: Hashable, Sendable, CustomStringConvertible {
    package enum Unit: Character, CaseIterable, Sendable {
        case second = "s"
        case minute = "m"
        case hour = "h"
        case day = "d"
        case week = "w"
        case month = "M"

        /// Milliseconds; a month counts as a twelfth of 365 days.
        var milliseconds: Int64 {
            switch self {
            case .second: 1000
            case .minute: 60_000
            case .hour: 3_600_000
            case .day: 86_400_000
            case .week: 604_800_000
            case .month: 2_628_000_000
            }
        }
    }

    package let count: Int
    package let unit: Unit

    package init(_ count: Int, _ unit: Unit) {
        precondition(count > 0, "a timeframe is at least one unit long")
        self.count = count
        self.unit = unit
    }

    /// Reads `5m`, `1h`, `1d`, `1w`, `1M`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard let letter = text.last, let unit = Unit(rawValue: letter),
            let count = Int(text.dropLast()), count > 0, count < 100_000, text.first != "+", text.first != "0"
        else { return nil }
        self.init(count, unit)
    }

    /// The length in milliseconds; of months, the mean one.
    package var milliseconds: Int64 { Int64(count) * unit.milliseconds }

    /// How many candles fill a year of 365 days: 105,120 of 5m, 8,760 of 1h, 12 of 1M.
    package var candlesPerYear: Double { 365 * 86_400_000 / Double(milliseconds) }

    package var description: String { "\(count)\(unit.rawValue)" }
}
