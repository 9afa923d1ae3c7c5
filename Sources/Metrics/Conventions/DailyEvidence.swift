import Candles

extension Evidence {
    /// Returns a day, of candles that are shorter than one; else returns a candle.
    var dailyReturns: ReturnSeries {
        guard let timeframe, timeframe.milliseconds < TimeText.millisecondsPerDay, !times.isEmpty else {
            return returns
        }
        return ReturnSeries(equity: dailyEquity, start: startingCash)
    }

    /// Equity at the last close of each day (UTC) that has a candle; of longer candles, at each close.
    var dailyEquity: [Double] {
        guard !times.isEmpty else { return equity }
        func day(_ index: Int) -> Int64 { TimeText.floorDivide(times[index], TimeText.millisecondsPerDay) }
        return equity.indices.filter { $0 == equity.count - 1 || day($0) != day($0 + 1) }.map { equity[$0] }
    }

    /// 252 days, 52 weeks or 12 months: what libraries of daily returns take for a year.
    var periodsPerYear: Double {
        switch timeframe?.unit {
        case .week: 52
        case .month: 12
        case nil: candlesPerYear
        default: 252
        }
    }
}
