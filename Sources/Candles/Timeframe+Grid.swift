extension Timeframe {
    /// The Monday of the first whole week since 1970: days there began on a Thursday.
    private static let firstMonday: Int64 = 4 * TimeText.millisecondsPerDay

    /// Where the candle that holds `time` starts, in milliseconds since 1970, UTC.
    ///
    /// Seconds to days count from 1970-01-01 00:00, weeks from a Monday, months from a January.
    package func start(containing time: Int64) -> Int64 {
        switch unit {
        case .month: monthStart(TimeText.floorDivide(month(of: time), Int64(count)) * Int64(count))
        case .week: floored(time - Self.firstMonday) + Self.firstMonday
        default: floored(time)
        }
    }

    /// Where the candle after the one at `start` starts.
    package func start(after start: Int64) -> Int64 {
        unit == .month ? monthStart(month(of: start) + Int64(count)) : start + milliseconds
    }

    /// How many candles fit between two starts: 1 for neighbors, 2 where one is missing.
    package func steps(from earlier: Int64, to later: Int64) -> Int {
        unit == .month
            ? Int((month(of: later) - month(of: earlier)) / Int64(count)) : Int((later - earlier) / milliseconds)
    }

    /// Whether `time` is a start.
    package func isOnGrid(_ time: Int64) -> Bool { start(containing: time) == time }

    /// Whether whole candles of this length fill a longer one.
    package func divides(_ longer: Timeframe) -> Bool {
        guard longer.unit != unit else { return longer.count > count && longer.count.isMultiple(of: count) }
        guard unit != .month, longer.milliseconds > milliseconds else { return false }
        switch longer.unit {
        case .month: return unit != .week && Unit.day.milliseconds.isMultiple(of: milliseconds)
        case .week: return Unit.day.milliseconds.isMultiple(of: milliseconds)
        default: return longer.milliseconds.isMultiple(of: milliseconds)
        }
    }

    private func floored(_ time: Int64) -> Int64 { TimeText.floorDivide(time, milliseconds) * milliseconds }

    /// Months since January of the year 0.
    private func month(of time: Int64) -> Int64 {
        let date = TimeText.civil(TimeText.floorDivide(time, TimeText.millisecondsPerDay))
        return Int64(date.year * 12 + date.month - 1)
    }

    private func monthStart(_ month: Int64) -> Int64 {
        let year = TimeText.floorDivide(month, 12)
        // Month and day are always valid here.
        let day = TimeText.day(year: Int(year), month: Int(month - year * 12) + 1, day: 1) ?? 0
        return day * TimeText.millisecondsPerDay
    }
}
