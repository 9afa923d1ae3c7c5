import Foundation
import Testing

@testable import Candles

@Suite struct TimeTests {
    @Test(
        arguments: [
            (0, "1970-01-01"), (1_704_067_200_000, "2024-01-01"), (1_709_208_000_000, "2024-02-29 12:00"),
            (951_827_696_000, "2000-02-29 12:34:56"), (-1, "1969-12-31 23:59:59.999"),
            (4_107_542_399_250, "2100-02-28 23:59:59.250"),
        ] as [(Int64, String)])
    func aTimeReadsAsPeopleWriteIt(time: Int64, text: String) {
        #expect(TimeText.text(time) == text)
    }

    @Test func everyDayHasOneDate() throws {
        var date = (year: 1969, month: 12, day: 31)
        for day in Int64(-1)..<84_006 {
            let civil = TimeText.civil(day)
            let back = TimeText.day(year: date.year, month: date.month, day: date.day)
            if civil != date || back != day { Issue.record("day \(day) is \(civil) and \(back ?? 0)") }
            // The day after, by trying.
            date.day += 1
            if TimeText.day(year: date.year, month: date.month, day: date.day) == nil {
                date = (date.year, date.month + 1, 1)
            }
            if date.month == 13 { date = (date.year + 1, 1, 1) }
        }
        #expect(date == (2200, 1, 1))
        #expect(TimeNumber.range.upperBound == 84_006 * 86_400_000)
    }

    @Test(arguments: [
        "2024-1-01", "2024-13-01", "2024-02-30", "2023-02-29", "24-01-01", "2024-01-01T25:00", "2024-01-01 12:60",
        "2024-01-01T12", "2024-01-01T12:00+9", "2024-01/01", "abc", "", "2024-01-01 12:00 XYZ", "1.7.4",
    ])
    func isNoTime(text: String) {
        let bytes = Array(text.utf8) + [UInt8(ascii: "\n")]
        var (times, position) = (TimeNumber(unit: nil), 0)
        let time = times.read(bytes.span, at: &position)
        #expect(time == nil || position < bytes.count - 1)
    }

    @Test(
        arguments: [
            ("1s", 1000), ("5m", 300_000), ("1h", 3_600_000), ("4h", 14_400_000), ("1d", 86_400_000),
            ("1w", 604_800_000),
        ] as [(String, Int64)])
    func aTimeframeHasItsLength(text: String, milliseconds: Int64) throws {
        let timeframe = try #require(Timeframe(text))
        #expect(timeframe.milliseconds == milliseconds && timeframe.description == text)
        #expect(Timeframe(milliseconds: milliseconds) == timeframe)
    }

    @Test(arguments: ["", "m", "0m", "05m", "-5m", "+5m", "5", "5x", "5 m", "100000m", "5mm", "1.5h"])
    func isNoTimeframe(text: String) {
        #expect(Timeframe(text) == nil)
    }

    @Test(arguments: [
        ("5m", "2024-01-31 12:34:56", "2024-01-31 12:30"), ("1h", "2024-01-31 12:34:56", "2024-01-31 12:00"),
        ("1d", "2024-01-31 12:34:56", "2024-01-31"), ("1w", "2024-01-31 12:34:56", "2024-01-29"),
        ("1w", "2024-01-29", "2024-01-29"), ("1w", "2024-01-28 23:59", "2024-01-22"),
        ("1M", "2024-02-29 12:00", "2024-02-01"), ("3M", "2024-06-30", "2024-04-01"),
        ("12M", "2024-06-30", "2024-01-01"),
    ])
    func aTimeLiesInACandleThatStarts(timeframe: String, time: String, start: String) throws {
        let timeframe = try #require(Timeframe(timeframe))
        let found = timeframe.start(containing: try milliseconds(time))
        #expect(TimeText.text(found) == start)
        #expect(timeframe.isOnGrid(found))
        #expect(timeframe.start(containing: timeframe.start(after: found) - 1) == found)
        #expect(timeframe.steps(from: found, to: timeframe.start(after: found)) == 1)
    }

    private func milliseconds(_ text: String) throws -> Int64 {
        let bytes = Array(text.utf8) + [UInt8(ascii: "\n")]
        var (times, position) = (TimeNumber(unit: nil), 0)
        return try #require(times.read(bytes.span, at: &position))
    }

    @Test(arguments: [
        ("5m", "1h", true), ("5m", "7m", false), ("1h", "1d", true), ("5h", "1d", false), ("1d", "1w", true),
        ("2d", "1w", false), ("1d", "1M", true), ("1w", "1M", false), ("1M", "3M", true), ("1M", "1w", false),
        ("1h", "1h", false), ("1d", "1h", false), ("7m", "1M", false), ("1w", "2w", true),
    ])
    func wholeCandlesFillLongerOnes(shorter: String, longer: String, divides: Bool) throws {
        #expect(try #require(Timeframe(shorter)).divides(try #require(Timeframe(longer))) == divides)
    }
}

@Suite struct LookbackTests {
    @Test(arguments: [
        (LookbackPreset.quick, 5000, 2000...5000), (.development, 10_000, 8000...10_000),
        (.production, 15_000, 10_000...15_000), (.validation, 20_000, 15_000...20_000),
        (.maximum, 25_000, 20_000...25_000),
    ])
    func aPresetHasItsCandles(preset: LookbackPreset, candles: Int, range: ClosedRange<Int>) {
        #expect(preset.candles == candles && preset.range == range)
    }

    @Test func candlesAndTheirTimeConvert() {
        let (fiveMinutes, hour) = (Timeframe(5, .minute), Timeframe(1, .hour))
        #expect(fiveMinutes.text(candles: 10_000) == "10,000 candles of 5m = 34.7 days")
        #expect(hour.text(candles: 10_000) == "10,000 candles of 1h = 416.7 days")
        #expect(fiveMinutes.candles(days: 30) == 8640)
        #expect(hour.candles(days: 30) == 720)
        #expect(hour.candles(days: -1) == 0 && hour.candles(days: .nan) == 0 && hour.candles(days: 1e300) == 1 << 53)
        #expect(Timeframe(1, .day).text(candles: 1) == "1 candle of 1d = 1.0 days")
    }

    @Test func moreThanTheMaximumIsNoticed() {
        #expect(LookbackPreset.notice(candles: 25_000) == nil)
        #expect(LookbackPreset.notice(candles: 25_001)?.contains("diminishing returns") == true)
    }
}
