import Candles
import Testing

struct TradingYearTests {
    private static func candles(_ timeframe: String, _ times: [Int64]) throws -> CandleSeries {
        CandleSeries(
            symbol: "ANY", timeframe: try #require(Timeframe(timeframe)),
            candles: times.map { Candle(time: $0, open: 1, high: 1, low: 1, close: 1, volume: 0) })
    }

    /// Days from Monday 2024-01-01 on; 0 is a Monday.
    private static func days(_ count: Int64, where isOpen: (Int64) -> Bool) -> [Int64] {
        (0..<count).filter { isOpen($0 % 7) }.map { (19723 + $0) * 86_400_000 }
    }

    @Test func aMarketThatNeverClosesTrades365Days() throws {
        let year = TradingYear(try Self.candles("1h", (0..<1000).map { $0 * 3_600_000 }))
        #expect(year == TradingYear(days: 365, candles: 8760))
    }

    @Test func aMarketThatRestsOnWeekendsTrades252Days() throws {
        let year = TradingYear(try Self.candles("1d", Self.days(60) { $0 < 5 }))
        #expect(year == TradingYear(days: 252, candles: 252))
    }

    /// 78 candles of 5m from 14:30 to 21:00, and 26 on the day before a holiday.
    @Test func aSessionHasAsManyCandlesAsOnItsMiddleDay() throws {
        let times = Self.days(60) { $0 < 5 }.flatMap { day in
            (0..<(day % (86_400_000 * 9) == 0 ? 26 : 78)).map { day + 52_200_000 + Int64($0) * 300_000 }
        }
        #expect(TradingYear(try Self.candles("5m", times)) == TradingYear(days: 252, candles: 252 * 78))
    }

    /// Currencies: from Sunday evening to Friday evening.
    @Test func anHourOfSundayChangesNothing() throws {
        let times = Self.days(60) { $0 != 5 }.flatMap { day in
            (0..<24).filter { ((day / 86_400_000 + 3) % 7 == 6) == ($0 >= 22) || (day / 86_400_000 + 3) % 7 < 5 }
                .map { day + Int64($0) * 3_600_000 }
        }
        #expect(TradingYear(try Self.candles("1h", times)) == TradingYear(days: 252, candles: 252 * 24))
    }

    @Test func tooFewDaysShowNothing() throws {
        #expect(TradingYear(try Self.candles("1d", Self.days(12) { $0 < 5 })).days == 365)
        #expect(TradingYear(try Self.candles("1d", [])).candles == 365)
    }

    @Test func whatIsToldCounts() throws {
        #expect(
            TradingYear(try Self.candles("1h", (0..<1000).map { $0 * 3_600_000 }), days: 250)
                == TradingYear(days: 250, candles: 6000))
        #expect(TradingYear(try Self.candles("1d", Self.days(60) { $0 < 5 }), days: 260).candles == 260)
    }

    @Test func longerCandlesFillAYearByTheCalendar() throws {
        #expect(TradingYear(try Self.candles("1M", Self.days(60) { $0 < 5 })).candles == 12)
        #expect(TradingYear(try Self.candles("1w", [])).candles == Timeframe(1, .week).candlesPerYear)
    }
}
