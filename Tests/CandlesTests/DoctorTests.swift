import Foundation
import Testing

@testable import Candles

/// Dates, clocks and faults: what is not certain is asked for, and what is done is counted.
@Suite struct DoctorTests {
    private static let header = "time,open,high,low,close,volume\n"

    private func read(
        _ text: String, named name: String = "A-1d.csv", _ change: (inout ImportOptions) -> Void = { _ in }
    ) throws -> CandleImport {
        var options = ImportOptions()
        change(&options)
        let file = try TemporaryFolder().file(name, text)
        return try CandleImport.read(file.url, options: options)
    }

    private func rows(_ times: [String]) -> String {
        Self.header + times.map { "\($0),10,12,9,11,5\n" }.joined()
    }

    private func texts(_ candles: CandleSeries) -> [String] { candles.time.array().map { TimeText.text($0) } }

    // MARK: Days and months

    @Test(arguments: [
        (["12/1/2024", "13/1/2024"], "2024-01-12"), (["1/12/2024", "1/13/2024"], "2024-01-12"),
        (["12.01.2024", "13.01.2024"], "2024-01-12"), (["12-01-2024", "13-01-2024"], "2024-01-12"),
    ])
    func aNumberAboveTwelveIsTheDay(times: [String], first: String) throws {
        #expect(texts(try read(rows(times)).candles)[0] == first)
    }

    @Test func theNumberMayStandAnywhereInTheFile() throws {
        let times = (1...20).map { "1/\($0)/2024" }
        #expect(texts(try read(rows(times)).candles).last == "2024-01-20")
    }

    @Test func daysAndMonthsThatCouldBeSwappedAreAskedFor() throws {
        let text = rows(["01/02/2024", "02/02/2024", "03/02/2024"])
        let error = #expect(throws: CandleError.self) { try read(text) }
        #expect(
            error?.description.hasSuffix(
                "has dates whose day and month could be swapped, say it with --date-format dmy or mdy") == true)
        #expect(texts(try read(text) { $0.dateFormat = .dayFirst }.candles).first == "2024-02-01")
        let months = try read(text, named: "A-1M.csv") { $0.dateFormat = .monthFirst }
        #expect(texts(months.candles).first == "2024-01-02")
    }

    @Test(arguments: [
        ("2024-01-02 01-PM", "2024-01-02 13:00"), ("2024-01-02 12:30 AM", "2024-01-02 00:30"),
        ("2024-01-02 9:05", "2024-01-02 09:05"), ("2024-01-02 00:00:00 UTC", "2024-01-02"),
        ("2024-01-02 02:00 GMT+0200", "2024-01-02"),
    ])
    func clocksAreReadAsPeopleWriteThem(written: String, time: String) throws {
        #expect(texts(try read(rows([written]), named: "A-1m.csv").candles) == [time])
    }

    // MARK: Zones

    /// Berlin went from +01:00 to +02:00 on 2024-03-31 02:00 and back on 2024-10-27 03:00.
    @Test func clocksOfAPlaceAreFollowedThroughSummer() throws {
        let zone = try #require(ClockZone("Europe/Berlin"))
        func utc(_ text: String) throws -> [String] {
            var options = ImportOptions()
            options.timeframe = Timeframe(1, .hour)
            let local = try read(rows([text]), named: "A-1h.csv") { $0 = options }.candles.time[0]
            return zone.times(showing: local).map { TimeText.text($0) }
        }
        #expect(try utc("2024-01-15 12:00") == ["2024-01-15 11:00"])
        #expect(try utc("2024-07-15 12:00") == ["2024-07-15 10:00"])
        #expect(try utc("2024-03-31 02:30") == [])
        #expect(try utc("2024-10-27 02:30") == ["2024-10-27 00:30", "2024-10-27 01:30"])
        #expect(ClockZone("Nowhere/Land") == nil && ClockZone("5") == nil && ClockZone("+25:00") == nil)
    }

    @Test(arguments: [false, true])
    func timesShownTwiceAreTakenInTheOrderOfTheFile(isNewestFirst: Bool) throws {
        let times = ["01:30", "02:00", "02:30", "02:00", "02:30", "03:00"].map { "2024-10-27 \($0)" }
        let imported = try read(rows(isNewestFirst ? times.reversed() : times), named: "A-30m.csv") {
            $0.timeZone = ClockZone("Europe/Berlin")
        }
        let first = CSVImporterTests.first + 300 * 86_400_000 - 1_800_000
        #expect(imported.candles.time.array() == (0..<6).map { first + $0 * 1_800_000 })
        #expect(imported.report.conclusions[0].contains("4 times shown twice taken in the order of the file"))
    }

    @Test func aTimeThatNoClockShowedIsAFault() throws {
        let text = rows(["2024-03-31 01:30", "2024-03-31 02:30", "2024-03-31 03:30", "2024-03-31 04:30"])
        let error = #expect(throws: CandleError.self) {
            try read(text, named: "A-1h.csv") { $0.timeZone = ClockZone("Europe/Berlin") }
        }
        #expect(
            error?.description.hasSuffix(
                ":3:1: the clock of Europe/Berlin never showed 2024-03-31 02:30, it was put forward then") == true)
        let imported = try read(text, named: "A-1h.csv") {
            $0.timeZone = ClockZone("Europe/Berlin")
            $0.bad = .drop
        }
        #expect(texts(imported.candles) == ["2024-03-31 00:30", "2024-03-31 01:30", "2024-03-31 02:30"])
        #expect(imported.report.findings?.dropped == 1)
    }

    @Test func datesWithoutAZoneAreSaidToBeTakenAsUTC() throws {
        #expect(try read(rows(["2024-01-02"])).report.conclusions[0].hasSuffix("times as dates, taken as UTC"))
        #expect(try read(rows(["2024-01-02T00:00:00Z"])).report.conclusions[0].hasSuffix("times as dates"))
    }

    // MARK: Start and end

    @Test func endsAreMovedToStarts() throws {
        let told = try read(rows(["2024-01-02 01:00", "2024-01-02 02:00"]), named: "A-1h.csv") { $0.timeIs = .end }
        #expect(texts(told.candles) == ["2024-01-02", "2024-01-02 01:00"])
        let marked = try read(rows(["2024-01-02 00:59:59.999", "2024-01-02 01:59:59.999"]), named: "A-1h.csv")
        #expect(marked.candles.time.array() == told.candles.time.array())
        #expect(marked.report.conclusions[0].hasSuffix("time is the end by their last digits"))
        let named = "close_time,open,high,low,close\n2024-01-02 01:00,1,1,1,1\n2024-01-02 02:00,1,1,1,1\n"
        #expect(try read(named, named: "A-1h.csv").candles.time.array() == told.candles.time.array())
    }

    // MARK: Faults, gaps, the last candle

    private static let faulty =
        header + "1704067200,10,12,9,11,5\n1704070800,10,9,12,11,5\n1704074400,-1,12,9,11,5\n"
        + "1704078000,10,12,9,11,-5\n1704081600,10,12,9,11,5\n1704085200,10,12,9,11,5\n"

    @Test func badLinesAreDroppedOrKeptAsToldAndCounted() throws {
        #expect(throws: CandleError.self) { try read(Self.faulty, named: "A-1h.csv") }
        let dropped = try read(Self.faulty, named: "A-1h.csv") { $0.bad = .drop }
        #expect(dropped.candles.count == 3 && dropped.report.findings?.dropped == 3)
        #expect(dropped.report.findings?.faults.map(\.line) == [3, 4, 5])
        let kept = try read(Self.faulty, named: "A-1h.csv") { $0.bad = .keep }
        #expect(kept.candles.count == 6 && kept.report.findings?.kept == 3 && kept.report.findings?.dropped == 0)
        #expect(kept.candles.open[2] == -1 && kept.candles.volume[3] == -5)
    }

    @Test(arguments: ["1704088800,10,12\n", "1704088800,10,nan,9,11,5\n", "1704088800,10,1e400,9,11,5\n"])
    func whatIsNoNumberIsNotKept(line: String) throws {
        #expect(throws: CandleError.self) { try read(Self.faulty + line, named: "A-1h.csv") { $0.bad = .keep } }
    }

    @Test func gapsAreFilledAsToldAndWhereIsKept() throws {
        let text = CSVImporterTests.header + CSVImporterTests.lines(3) + CSVImporterTests.lines(2, from: 5)
        let imported = try read(text, named: "A-5m.csv") { $0.gaps = .fill }
        #expect(imported.candles.count == 7 && CandleCheck(imported.candles).gaps.isEmpty)
        let time = CSVImporterTests.first + 3 * 300_000
        #expect(imported.candles[3] == Candle(time: time, open: 11.5, high: 11.5, low: 11.5, close: 11.5, volume: 0))
        #expect(imported.report.findings?.filled == [FilledGap(first: time, last: time + 300_000, count: 2)])
        #expect(imported.report.gaps == 1 && imported.report.candles == 7 && imported.report.rowsRead == 5)
        #expect(imported.report.conclusions[2].contains("2 candles filled in as told, the first at 2024-01-01 00:15"))
    }

    @Test func whatWasFilledIsKeptWithTheCandles() throws {
        let folder = try TemporaryFolder()
        let text = CSVImporterTests.header + CSVImporterTests.lines(3) + CSVImporterTests.lines(2, from: 5)
        let imported = try read(text, named: "A-5m.csv") { $0.gaps = .fill }
        let archive = CandleArchive(home: folder.url)
        try archive.store(imported)
        #expect(try archive.open().imports() == [imported.report])
    }

    @Test func aCandleThatHadNotEndedIsAFinding() throws {
        let file = try TemporaryFolder().file("A-1d.csv", rows(["2024-01-02", "2024-01-03"]))
        for (moment, isUnfinished) in [(1_704_240_000.0 + 3600, true), (1_704_240_000 + 86_400, false)] {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: moment)], ofItemAtPath: file.url.path)
            #expect(try CandleImport.read(file.url).report.findings?.isLastUnfinished == isUnfinished)
        }
    }

    @Test func findingsNameLineAndTime() throws {
        let lines = "1704067200,10,12,9,11,5\n1704070800,10,12,9,13,5\n1704074400,10,12,9,11,5\n"
        let report = try read(Self.header + lines, named: "A-1h.csv").report
        #expect(
            report.conclusions[2]
                == "1 candle with an open or close outside of low and high, the first at 2024-01-01 01:00 (line 3)")
    }
}
