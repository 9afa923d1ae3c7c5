import Candles
import Foundation
import Testing

@testable import Console

struct TimeTextTests {
    @Test func momentsAreISO8601() {
        #expect(TimeText.iso(0) == "1970-01-01T00:00:00Z")
        #expect(TimeText.iso(1_709_210_096_007) == "2024-02-29T12:34:56.007Z")
        #expect(TimeText.iso(-1) == "1969-12-31T23:59:59.999Z")
    }

    /// Foundation's calendar says the same, on days over four hundred years.
    @Test func datesAgreeWithTheCalendar() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for day in stride(from: -73_000, through: 73_000, by: 37) {
            let date = Date(timeIntervalSince1970: Double(day) * 86_400)
            let parts = calendar.dateComponents([.year, .month, .day], from: date)
            let (year, month, day) = try (#require(parts.year), #require(parts.month), #require(parts.day))
            let text = [year, month, day].map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: "-")
            #expect(TimeText.text(Int64(date.timeIntervalSince1970) * 1000) == text)
        }
    }

    @Test func aColumnOfTimesIsAsPreciseAsItsMostPreciseCell() {
        let table = TextTable(
            columns: [TextColumn("time", .time)], rows: [[.time(0)], [.time(3_600_000)]])
        #expect(table.text() == "time\n────────────────\n1970-01-01 00:00\n1970-01-01 01:00\n")
    }

    @Test(arguments: [
        (0.00082, "820 us"), (0.0123, "12.3 ms"), (0.82, "820 ms"), (0.9999, "1.0 s"), (4.2, "4.2 s"),
        (59.96, "1 min 00 s"),
        (725, "12 min 05 s"), (3599.6, "1 h 00 min"), (3720, "1 h 02 min"), (172_799, "2.0 days"),
        (86_400, "24 h 00 min"),
        (10_000 * 300, "34.7 days"), (10_000 * 3600, "416.7 days"), (0, "0 us"), (-5, "-5.0 s"), (.nan, "–"),
    ])
    func durationsAreInTheUnitAPersonWouldChoose(seconds: Double, text: String) {
        #expect(DurationText.text(seconds: seconds) == text)
    }

    @Test func allWaysToSayADurationAgree() {
        #expect(DurationText.text(nanoseconds: 4_200_000_000) == "4.2 s")
        #expect(DurationText.text(.milliseconds(4200)) == "4.2 s")
    }
}
