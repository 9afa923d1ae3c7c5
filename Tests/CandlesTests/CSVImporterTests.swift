import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct CSVImporterTests {
    static let header = "timestamp_ms,open,high,low,close,volume\n"
    static let first: Int64 = 1_704_067_200_000

    /// Lines of five-minute candles from 2024 on, without the header.
    static func lines(_ count: Int, from start: Int = 0) -> String {
        (start..<start + count).map { "\(first + Int64($0) * 300_000),10,12,9,11.5,3\n" }.joined()
    }

    @Test(arguments: [
        ("commas and milliseconds", "timestamp,open,high,low,close,volume\n1704067200000,10,12,9,11,5\n"),
        ("semicolons", "timestamp;open;high;low;close;volume\n1704067200000;10;12;9;11;5\n"),
        ("tabs", "timestamp\topen\thigh\tlow\tclose\tvolume\n1704067200000\t10\t12\t9\t11\t5\n"),
        ("seconds", "time,open,high,low,close,volume\n1704067200,10,12,9,11,5\n"),
        ("seconds with a fraction", "time,open,high,low,close,volume\n1704067200.0,10,12,9,11,5\n"),
        ("microseconds", "time,open,high,low,close,volume\n1704067200000000,10,12,9,11,5\n"),
        ("nanoseconds", "time,open,high,low,close,volume\n1704067200000000000,10,12,9,11,5\n"),
        ("a date", "date,open,high,low,close,volume\n2024-01-01,10,12,9,11,5\n"),
        ("a date and time", "date,open,high,low,close,volume\n2024-01-01 00:00:00,10,12,9,11,5\n"),
        ("ISO with T and Z", "date,open,high,low,close,volume\n2024-01-01T00:00:00.000Z,10,12,9,11,5\n"),
        ("an offset", "date,open,high,low,close,volume\n2024-01-01T09:00:00+09:00,10,12,9,11,5\n"),
        ("a western offset", "date,open,high,low,close,volume\n2023-12-31 19:00:00-0500,10,12,9,11,5\n"),
        ("slashes", "date,open,high,low,close,volume\n2024/01/01 00:00,10,12,9,11,5\n"),
        ("a compact day", "date,open,high,low,close,volume\n20240101,10,12,9,11,5\n"),
        ("day and clock apart", "<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>\n2024.01.01,00:00:00,10,12,9,11,5\n"),
        ("columns in another order", "volume,close,low,high,open,time\n5,11,9,12,10,1704067200000\n"),
        ("columns that are not read", "time,name,open,high,low,close,x,volume\n1704067200,\"a,b\",10,12,9,11,?,5\n"),
        (
            "quotes",
            "\"time\",\"open\",\"high\",\"low\",\"close\",\"volume\"\n\"1704067200\",\"10\",\"12\",\"9\",\"11\",\"5\"\n"
        ),
        ("capitals and spaces", "Open Time, Open, High, Low, Close, Volume\n1704067200000, 10, 12, 9, 11, 5\n"),
        ("no header", "1704067200000,10,12,9,11,5\n"),
        ("no header, twelve columns", "1704067200000,10,12,9,11,5,1704070799999,1,2,3,4,0\n"),
        ("a byte-order mark", "\u{FEFF}time,open,high,low,close,volume\n1704067200,10,12,9,11,5\n"),
        ("CRLF", "time,open,high,low,close,volume\r\n1704067200,10,12,9,11,5\r\n"),
        ("no last line break", "time,open,high,low,close,volume\n1704067200,10,12,9,11,5"),
        ("blank lines", "\n\ntime,open,high,low,close,volume\n\n1704067200,10,12,9,11,5\n\r\n\n"),
        (
            "MetaTrader's volume of ticks",
            "<DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\r\n"
                + "2024.01.01\t00:00:00\t10\t12\t9\t11\t5\t0\t2\r\n"
        ),
        ("MetaTrader's volume", "date,open,high,low,close,tickvol,vol\n2024.01.01,10,12,9,11,77,5\n"),
        ("pandas' unnamed times", ",Open,High,Low,Close,Volume\n2024-01-01,10,12,9,11,5\n"),
        ("exponents", "time,open,high,low,close,volume\n1704067200,1e1,1.2e+1,90e-1,11.0,5\n"),
    ])
    func aCandleIsReadFrom(layout: String, text: String) throws {
        let file = try TemporaryFolder().file("X_Y-1h.csv", text)
        var options = ImportOptions()
        options.timeZone = ClockZone("UTC")
        let candles = try CandleImport.read(file.url, options: options).candles
        #expect(candles.count == 1)
        #expect(candles[0] == Candle(time: Self.first, open: 10, high: 12, low: 9, close: 11, volume: 5))
        #expect(candles.symbol == "X_Y" && candles.timeframe == Timeframe(1, .hour))
    }

    @Test func piecesOfAFileJoinWithoutASeam() throws {
        // Lines of unequal length across several pieces of 1 MiB.
        let candles = RandomWalk(symbol: "SEAM", timeframe: Timeframe(1, .minute), seed: 3).candles(60_000)
        let file = try TemporaryFolder().file("SEAM-1m.csv", candles.csv())
        let imported = try CandleImport.read(file.url)
        #expect(imported.candles.contentHash == candles.contentHash)
        #expect(imported.report.sha256 == Self.sha256(candles.csv()))
    }

    @Test func theReportSaysWhatWasConcluded() throws {
        let text = Self.header + Self.lines(3) + Self.lines(1, from: 2) + Self.lines(2, from: 5)
        let file = try TemporaryFolder().file("BTC_USDT-5m.csv", text)
        let report = try CandleImport.read(file.url).report
        #expect(
            report.conclusions == [
                "csv: commas, a header, columns time open high low close volume, times in ms",
                "BTC_USDT 5m (by file name): 5 candles, 2024-01-01 to 2024-01-01 00:30 UTC, tick 0.1",
                "1 gap, 2 candles missing, the longest 2 candles after 2024-01-01 00:10 (line 4); 1 equal duplicate dropped, "
                    + "the first at 2024-01-01 00:10 (line 5)",
            ])
        #expect(report.rowsRead == 6 && report.candles == 5 && report.equalDuplicates == 1)
        #expect(report.gaps == 1 && report.missingCandles == 2 && report.tickDecimals == 1)
    }

    /// All layouts of other makers, beside the same candles as plain CSV; some write the volume as an integer.
    @Test(
        .enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"),
        arguments: [
            ("tradingview-iso.csv", "hourly"), ("tradingview-offset-plots.csv", "hourly"),
            ("tradingview-unix.csv", "hourly"), ("stooq-daily-en.csv", "daily"), ("stooq-bulk.txt", "daily"),
            ("stooq-bulk-60min.txt", "hourly"), ("metatrader5-tab.csv", "hourly"),
            ("binance-vision-ms-noheader.csv", "hourly"), ("binance-vision-us-noheader.csv", "hourly"),
            ("binance-futures-header.csv", "hourly"), ("stooq-daily-pl.csv", "daily"),
            ("semicolon-decimal-comma.csv", "hourly"), ("binance-api-klines.json", "hourly"),
        ])
    func layoutsOfOtherMakersAreRead(name: String, expected: String) throws {
        let styles = try #require(SharedFiles.folder).appending(path: "data/styles")
        var options = ImportOptions()
        options.timeZone = ClockZone("UTC")
        let read = try CandleImport.read(styles.appending(path: name), options: options).candles
        let plain = try CandleImport.read(styles.appending(path: "expected-\(expected).csv")).candles
        #expect(read.time.array() == plain.time.array() && read.timeframe == plain.timeframe)
        #expect(read.open.array() == plain.open.array() && read.high.array() == plain.high.array())
        #expect(read.low.array() == plain.low.array() && read.close.array() == plain.close.array())
        #expect(zip(read.volume.array(), plain.volume.array()).allSatisfy { ($0 - $1).magnitude < 1 })
    }

    @Test func aChangeOfTheTimeUnitIsReported() throws {
        let text = "time,open,high,low,close,volume\n1704067200,1,1,1,1,1\n1704067500000,1,1,1,1,1\n"
        let file = try TemporaryFolder().file("A-5m.csv", text)
        let report = try CandleImport.read(file.url).report
        #expect(report.conclusions[0].hasSuffix("times in s from line 2, ms from line 3"))
    }

    @Test func newestFirstIsSortedAndCounted() throws {
        let rows = Self.lines(5).split(separator: "\n").reversed().joined(separator: "\n")
        let file = try TemporaryFolder().file("A-5m.csv", Self.header + rows)
        let imported = try CandleImport.read(file.url)
        #expect(imported.candles.time.array() == (0..<5).map { Self.first + $0 * 300_000 })
        #expect(imported.report.outOfOrder == 4)
        #expect(
            imported.report.conclusions[2] == "4 rows out of order, sorted, the first at 2024-01-01 00:15 (line 3)")
    }

    @Test(arguments: [(ImportOptions.Duplicates.first, 10.0), (.last, 20.0)])
    func differentDuplicatesAreDroppedOnlyAsTold(keeping: ImportOptions.Duplicates, open: Double) throws {
        let text = "time,open,high,low,close,volume\n1704067200,10,30,5,10,1\n1704067200,20,30,5,10,1\n"
        let file = try TemporaryFolder().file("A-5m.csv", text)
        var options = ImportOptions()
        options.duplicates = keeping
        let imported = try CandleImport.read(file.url, options: options)
        #expect(imported.candles.count == 1 && imported.candles.open[0] == open)
        #expect(imported.report.differentDuplicates == 1)
    }

    @Test func theTimeframeIsFoundInTheSteps() throws {
        let file = try TemporaryFolder().file("prices.csv", Self.header + Self.lines(4))
        let imported = try CandleImport.read(file.url)
        #expect(imported.candles.timeframe == Timeframe(5, .minute) && imported.candles.symbol == "prices")
        #expect(imported.report.conclusions[1].hasPrefix("prices 5m (symbol by file name, timeframe by its steps)"))
    }

    @Test func optionsComeBeforeTheNameOfTheFile() throws {
        let file = try TemporaryFolder().file("a-1h.csv", Self.header + Self.lines(4))
        var options = ImportOptions()
        options.symbol = "ETH/USDT"
        options.timeframe = Timeframe(5, .minute)
        let candles = try CandleImport.read(file.url, options: options).candles
        #expect(candles.symbol == "ETH/USDT" && candles.timeframe == Timeframe(5, .minute))
    }

    @Test func namedColumnsAreTakenAsTold() throws {
        // Jesse writes the close second.
        let file = try TemporaryFolder().file("a-5m.csv", "1704067200000,10,11,12,9,5\n")
        var options = ImportOptions()
        options.columns = [.time, .open, .close, .high, .low, .volume]
        let candle = try CandleImport.read(file.url, options: options).candles[0]
        #expect(candle == Candle(time: Self.first, open: 10, high: 12, low: 9, close: 11, volume: 5))
    }

    @Test(arguments: [
        ("BTC_USDT-5m.csv", "BTC_USDT", "5m"), ("BTC_USDT.gct-1d.csv", "BTC_USDT.gct", "1d"),
        ("ETH-USD-1h.json.gz", "ETH-USD", "1h"), ("BTCUSDT-1d-2024-01.csv", "BTCUSDT", "1d"),
        ("BTC_USDT-1Mo.csv", "BTC_USDT", "1M"), ("BTCUSD-1M.csv", "BTCUSD", "1M"), ("prices.csv", "prices", nil),
        ("5m.csv", "5m", nil),
    ])
    func aFileNameTells(name: String, symbol: String, timeframe: String?) {
        let market = MarketInFileName(name)
        #expect(market.symbol == symbol)
        #expect(market.timeframe?.description == timeframe)
    }

    static func sha256(_ text: String) -> String {
        var hash = SHA256()
        hash.update(Array(text.utf8).span.rawBytes)
        return SHA256.text(hash.finish())
    }
}
