import Candles

/// How long a session lasts.
enum SessionLength: Int, CaseIterable {
    case day, week, month

    /// Which session a moment belongs to: its day since 1970, the Monday of its week, or its month since the year 0.
    func number(of moment: CalendarMoment) -> Int {
        switch self {
        case .day: moment.day
        case .week: moment.day + 1 - moment.weekday
        case .month: moment.date.year * 12 + moment.date.month
        }
    }
}

extension Series {
    /// Of times: a number that is the same for all candles of a session; NaN for what is no time.
    /// - Parameters:
    ///   - opens: the hour at which a session begins.
    ///   - offset: how many hours the clock is before UTC.
    func sessions(_ length: SessionLength, opens: Double, offset: Double) -> Series {
        let times = span
        return .computed(from: self) { index in
            CalendarMoment(times[index], offset: offset - opens).map { Double(length.number(of: $0)) } ?? .nan
        }
    }
}
