import Candles

/// Growth of equity over longer periods than a candle.
enum PeriodReturns {
    /// Of each calendar month (UTC) that has a candle, from the last close before it; empty without times.
    static func months(_ equity: [Double], times: [Int64], start: Double) -> [Double] {
        var months: [Double] = []
        var (before, month): (Double, Int64?) = (start, nil)
        let calendar = Timeframe(1, .month)
        for index in times.indices {
            let this = calendar.start(containing: times[index])
            if let month, month != this {
                months.append(growth(from: before, to: equity[index - 1]))
                before = equity[index - 1]
            }
            month = this
        }
        if let last = equity.last, month != nil { months.append(growth(from: before, to: last)) }
        return months
    }

    /// Up to each close, from the last close at least `days` earlier; empty where the candles last no longer.
    static func windows(_ equity: [Double], times: [Int64], start: Double, days: Int64) -> [Double] {
        let length = days * TimeText.millisecondsPerDay
        var first = 0
        var windows: [Double] = []
        for index in times.indices where times[index] - times[0] >= length {
            while times[index] - times[first + 1] >= length { first += 1 }
            windows.append(growth(from: equity[first], to: equity[index]))
        }
        return windows
    }

    private static func growth(from: Double, to: Double) -> Double { from > 0 ? to / from - 1 : 0 }
}
