/// How many days of a year a market trades, and how many candles they hold: what numbers a year are scaled by.
package struct TradingYear: Hashable, Sendable {
    package let days: Double
    package let candles: Double

    package init(days: Double, candles: Double) {
        self.days = days
        self.candles = candles
    }

    /// As the times of the candles show, or with `days` as told.
    ///
    /// A market without a candle on any of two or more Saturdays (UTC) trades 252 days, as stock exchanges do; any other
    /// one, 365. Where weekends rest, a day holds as many candles as the middle one of its weekdays; elsewhere as many
    /// as fit. Candles of a week or longer fill a year by its calendar: 365 days.
    package init(_ candles: CandleSeries, days told: Double? = nil) {
        let timeframe = candles.timeframe
        let always = timeframe.candlesPerYear / 365
        guard timeframe.milliseconds <= TimeText.millisecondsPerDay else {
            let days = told ?? 365
            self.init(days: days, candles: timeframe.candlesPerYear)
            return
        }
        let weekdays = Weekdays(candles.time.span)
        let days = told ?? (weekdays.restsOnSaturdays ? 252 : 365)
        self.init(
            days: days, candles: days * (weekdays.restsOnSaturdays ? min(weekdays.candlesPerDay, always) : always))
    }
}

/// What the days of a market look like.
private struct Weekdays {
    /// No candle on a Saturday, though there were two or more.
    let restsOnSaturdays: Bool
    /// On the middle one of the days from Monday to Friday that have any.
    let candlesPerDay: Double

    init(_ times: Span<Int64>) {
        var counts: [Int: Int] = [:]
        var (saturdays, day, count) = (0, Int64.min, 0)
        func finish() {
            guard count > 0 else { return }
            // 1970-01-01 was a Thursday; 0 is Monday here.
            switch (day + 3) - TimeText.floorDivide(day + 3, 7) * 7 {
            case 5: saturdays += 1
            case 6: break
            default: counts[count, default: 0] += 1
            }
        }
        for index in times.indices {
            let this = TimeText.floorDivide(times[index], TimeText.millisecondsPerDay)
            if this != day {
                finish()
                (day, count) = (this, 0)
            }
            count += 1
        }
        finish()
        let span = times.isEmpty ? 0 : (times[times.count - 1] - times[0]) / TimeText.millisecondsPerDay
        restsOnSaturdays = saturdays == 0 && span >= 14
        candlesPerDay = Self.median(counts)
    }

    private static func median(_ counts: [Int: Int]) -> Double {
        let half = (counts.values.reduce(0, +) + 1) / 2
        var seen = 0
        for (value, times) in counts.sorted(by: { $0.key < $1.key }) {
            seen += times
            if seen >= half { return Double(value) }
        }
        return 1
    }
}
