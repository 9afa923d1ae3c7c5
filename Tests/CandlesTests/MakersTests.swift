import Foundation
import Testing

@testable import Candles

/// Files in the layouts of their makers, made up for these tests.
@Suite struct MakersTests {
    /// 2024-01-02 00:00 UTC.
    private static let second = CSVImporterTests.first + 86_400_000

    private func read(_ text: String, named name: String = "x.csv", _ change: (inout ImportOptions) -> Void = { _ in })
        throws -> CandleImport
    {
        try read(Array(text.utf8), named: name, change)
    }

    private func read(_ bytes: [UInt8], named name: String, _ change: (inout ImportOptions) -> Void = { _ in })
        throws -> CandleImport
    {
        var options = ImportOptions()
        change(&options)
        let file = try TemporaryFolder().file(name, bytes)
        return try CandleImport.read(file.url, options: options)
    }

    private func refusal(
        _ text: String, named name: String = "x.csv", _ change: (inout ImportOptions) -> Void = { _ in }
    ) throws -> String {
        let error = try #require(throws: CandleError.self) { try read(text, named: name, change) }
        return error.description
    }

    // MARK: Encodings

    private static let plain = "time,open,high,low,close,volume\n1704067200,10,12,9,11,5\n1704070800,11,12,9,11,6\n"

    @Test(arguments: [(true, true), (true, false), (false, true), (false, false)])
    func utf16IsRead(isLittle: Bool, hasMark: Bool) throws {
        let units = Array(((hasMark ? "\u{FEFF}" : "") + Self.plain).utf16)
        let bytes = units.flatMap { unit in
            isLittle ? [UInt8(unit & 255), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 255)]
        }
        let imported = try read(bytes, named: "A-1h.csv")
        #expect(imported.candles.close.array() == [11, 11])
        #expect(imported.report.conclusions[0].hasPrefix("csv: UTF-16, commas, a header"))
    }

    @Test func linesThatEndInCarriageReturnsAloneAreRead() throws {
        let text = CSVImporterTests.header + CSVImporterTests.lines(20_000)
        let plain = try read(text, named: "A-5m.csv")
        let imported = try read(text.replacing("\n", with: "\r"), named: "A-5m.csv")
        #expect(imported.candles.contentHash == plain.candles.contentHash)
        #expect(imported.report.conclusions[0].hasPrefix("csv: lines end in carriage returns, commas, a header"))
    }

    @Test func aGermanSpreadsheetIsRead() throws {
        // Windows-1252, decimal commas, days before months: told by continuity from day to day.
        let lines = (0..<72).map { hour in
            "0\(1 + hour / 24).01.2024 \(hour % 24 < 10 ? "0" : "")\(hour % 24):00;10,5;12;9,25;11;1,5\r\n"
        }
        let bytes = Array("Zeit;Er".utf8) + [0xF6] + Array("ffnung;Hoch;Tief;Schluss;Volumen\r\n".utf8)
        let imported = try read(bytes + Array(lines.joined().utf8), named: "A-1h.csv")
        #expect(imported.candles.count == 72 && imported.report.missingCandles == 0)
        #expect(imported.candles[0].open == 10.5 && imported.candles[0].low == 9.25)
        #expect(imported.candles[0].volume == 1.5 && imported.candles[0].time == CSVImporterTests.first)
        #expect(
            imported.report.conclusions[0].hasSuffix(
                "decimal commas, times as dates, days before months, taken as UTC"))
    }

    @Test(arguments: [
        "Data,Otwarcie,Najwyższy,Najniższy,Zamknięcie,Wolumen", "Fecha,Apertura,Máximo,Mínimo,Cierre,Volumen",
        "Datum;Eröffnung;Hoch;Tief;Schlusskurs;Umsatz", "A.Date,A.Open,A.High,A.Low,A.Close,A.Volume",
    ])
    func headersOfOtherLanguagesAreRead(header: String) throws {
        let line = "2024-01-02,10,12,9,11,5\n".replacing(",", with: header.contains(";") ? ";" : ",")
        let candles = try read(header + "\n" + line, named: "A-1d.csv").candles
        #expect(candles[0] == Candle(time: Self.second, open: 10, high: 12, low: 9, close: 11, volume: 5))
    }

    // MARK: Makers

    @Test func threeLinesOfYahooAreRead() throws {
        let text = """
            Price,Close,High,Low,Open,Volume
            Ticker,AAPL,AAPL,AAPL,AAPL,AAPL
            Date,,,,,
            2024-01-02,11,12,9,10,5
            2024-01-03,11,12,9,10,5

            """
        let imported = try read(text)
        #expect(imported.candles.symbol == "AAPL" && imported.candles.timeframe == Timeframe(1, .day))
        #expect(
            imported.candles[0] == Candle(time: Self.second, open: 10, high: 12, low: 9, close: 11, volume: 5))
    }

    private static let twoTickers = """
        Price,Close,Close,High,High,Low,Low,Open,Open,Volume,Volume
        Ticker,AAPL,MSFT,AAPL,MSFT,AAPL,MSFT,AAPL,MSFT,AAPL,MSFT
        Date,,,,,,,,,,
        2024-01-02,11,21,12,22,9,19,10,20,5,6
        2024-01-03,11,21,12,22,9,19,10,20,5,6

        """

    @Test func oneOfTwoTickersOfYahooIsChosen() throws {
        #expect(try refusal(Self.twoTickers).hasSuffix("holds several symbols (AAPL, MSFT), say it with --symbol"))
        #expect(try read(Self.twoTickers) { $0.symbol = "msft" }.candles[0].open == 20)
    }

    @Test func theAddressAboveATableIsSkippedAndTheVolumeOfWhatIsTradedTaken() throws {
        let text = """
            https://www.example.com/data
            unix,date,symbol,open,high,low,close,Volume BTC,Volume USD
            1704153600000,2024-01-02 00:00:00,BTC/USD,10,12,9,11,5,55
            1704067200,2024-01-01 00:00:00,BTC/USD,10,12,9,11,4,44

            """
        let imported = try read(text)
        #expect(imported.candles.symbol == "BTC/USD" && imported.candles.volume.array() == [4, 5])
        #expect(imported.report.outOfOrder == 1)
        #expect(imported.report.conclusions[0].contains("times in ms from line 3, s from line 4"))
        let unknown = text.replacing("BTC/USD", with: "?")
        #expect(
            try refusal(unknown).hasSuffix("has 2 volumes (volume_btc, volume_usd), say it with --columns"))
    }

    private static let bulk = """
        <TICKER>,<PER>,<DATE>,<TIME>,<OPEN>,<HIGH>,<LOW>,<CLOSE>,<VOL>,<OPENINT>
        AAA.US,60,20240102,000000,10,12,9,11,5,0
        AAA.US,60,20240102,010000,11,12,9,11,5,0
        BBB.US,60,20240102,000000,20,22,19,21,5,0
        BBB.US,60,20240102,010000,21,22,19,21,5,0

        """

    @Test func oneOfSeveralSymbolsIsChosen() throws {
        #expect(try refusal(Self.bulk).hasSuffix("holds 2 symbols (AAA.US, BBB.US), say it with --symbol"))
        let imported = try read(Self.bulk) { $0.symbol = "bbb.us" }
        #expect(imported.candles.open.array() == [20, 21] && imported.candles.timeframe == Timeframe(1, .hour))
        #expect(imported.report.findings?.ofOtherSymbols == 2)
    }

    @Test func aSingleSymbolInsideTheFileIsTaken() throws {
        let text = Self.bulk.split(separator: "\n").prefix(3).joined(separator: "\n")
        #expect(try read(text).candles.symbol == "AAA.US")
    }

    private static let metaTrader = """
        <DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>\r
        2024.01.02\t02:00:00\t10\t12\t9\t11\t5\t0\t2\r
        2024.01.02\t03:00:00\t10\t12\t9\t11\t5\t0\t2\r

        """

    @Test func theClockOfAMetaTraderBrokerIsAskedFor() throws {
        let name = "EURUSD_H1_202401020200_202401020300.csv"
        #expect(try refusal(Self.metaTrader, named: name).hasSuffix("say it with --time-zone"))
        let candles = try read(Self.metaTrader, named: name) { $0.timeZone = ClockZone("+02:00") }.candles
        #expect(candles.time[0] == Self.second)
        #expect(candles.symbol == "EURUSD" && candles.timeframe == Timeframe(1, .hour))
    }

    @Test func histDataIsReadInItsTimeWithoutSummer() throws {
        let text = "20240702 090000;10;12;9;11;0\n20240702 090100;10;12;9;11;0\n"
        let name = "DAT_ASCII_EURUSD_M1_2024.csv"
        #expect(try refusal(text, named: name).hasSuffix("say it with --time-zone"))
        let candles = try read(text, named: name) { $0.timeZone = ClockZone("EST") }.candles
        #expect(TimeText.text(candles.time[0]) == "2024-07-02 14:00")
        #expect(candles.symbol == "EURUSD" && candles.timeframe == Timeframe(1, .minute))
    }

    @Test func dukascopyIsRead() throws {
        let head = "Gmt time,Open,High,Low,Close,Volume\n"
        let text = head + "13.01.2024 00:00:00.000,10,12,9,11,1.5\n13.01.2024 01:00:00.000,10,12,9,11,1.5\n"
        let candles = try read(text, named: "A-1h.csv").candles
        #expect(TimeText.text(candles.time[0]) == "2024-01-13" && candles.volume[0] == 1.5)
        let local = "Local time,Open,High,Low,Close,Volume\n13.01.2024 02:00:00.000 GMT+0200,10,12,9,11,1.5\n"
        #expect(try read(local, named: "A-1h.csv").candles.time[0] == candles.time[0])
    }

    @Test func kaggleMinutesWithoutTradesAreFindings() throws {
        let head = "Timestamp,Open,High,Low,Close,Volume_(BTC),Volume_(Currency),Weighted_Price\n"
        let rows = (0..<6).map { index in
            "\(1_704_067_200 + index * 60).0," + (index == 2 ? "NaN,NaN,NaN,NaN,NaN,NaN,NaN\n" : "10,12,9,11,5,55,11\n")
        }
        let text = head + rows.joined()
        #expect(try refusal(text, named: "A-1m.csv").contains(":4:14: open \"NaN\" is no number"))
        let imported = try read(text, named: "A-1m.csv") { $0.bad = .drop }
        #expect(imported.candles.count == 5 && imported.candles.volume[0] == 5)
        #expect(imported.report.rowsRead == 6 && imported.report.findings?.dropped == 1)
        #expect(imported.report.findings?.faults.first?.line == 4)
        #expect(imported.report.conclusions[2].contains("1 bad line dropped as told, the first line 4"))
    }

    @Test func krakenIsReadWithItsMinutesInTheName() throws {
        let text = "1704067200,10,12,9,11,5,3\n1704070800,11,12,9,11,5,3\n"
        let candles = try read(text, named: "XBTUSD_60.csv").candles
        #expect(candles.symbol == "XBTUSD" && candles.timeframe == Timeframe(1, .hour))
    }

    /// Jesse has the close second; ninjabot the close second and the low before the high.
    @Test(arguments: [[0, 3, 1, 2], [0, 3, 2, 1], [0, 1, 2, 3]])
    func theOrderOfPricesIsToldByTheirValues(order: [Int]) throws {
        let walk = RandomWalk(symbol: "A", timeframe: Timeframe(1, .minute), seed: 4).candles(60)
        let text = (0..<walk.count).map { index in
            let candle = walk[index]
            let prices = [candle.open, candle.high, candle.low, candle.close]
            let fields = order.map { DecimalNumber.text(prices[$0]) }.joined(separator: ",")
            return "\(candle.time),\(fields),\(DecimalNumber.text(candle.volume))\n"
        }
        #expect(try read(text.joined(), named: "A-1m.csv").candles.contentHash == walk.contentHash)
    }

    @Test func leanCountsFromTheMidnightInItsName() throws {
        let text = "34200000,1000000,1200000,900000,1100000,5\n34260000,1100000,1200000,900000,1100000,5\n"
        let name = "20240702_spy_minute_trade.csv"
        #expect(try refusal(text, named: name).hasSuffix("say it with --time-zone"))
        let imported = try read(text, named: name) {
            $0.timeZone = ClockZone("America/New_York")
            $0.symbol = "SPY"
        }
        #expect(imported.candles[0].open == 100 && imported.candles[0].low == 90)
        #expect(TimeText.text(imported.candles.time[0]) == "2024-07-02 13:30")
        #expect(imported.candles.timeframe == Timeframe(1, .minute))
    }

    @Test func binanceProvesThatTimesAreStarts() throws {
        let text =
            "1704067200000,10,12,9,11,5,1704070799999,1,2,3,4,0\n"
            + "1704070800000000,10,12,9,11,5,1704074399999999,1,2,3,4,0\n"
        let report = try read(text, named: "A-1h.csv").report
        #expect(
            report.conclusions[0].hasSuffix(
                "times in ms from line 1, us from line 2, time is the start by the close time beside it"))
    }

    // MARK: Anything

    private static let layouts = [
        twoTickers, bulk, metaTrader, plain,
        "sep=;\nZeit;Eröffnung;Hoch;Tief;Schluss\n13.01.2024 00:00;1,5;2;1;1,5\n13.01.2024 01:00;1,5;2;1;1,5\n",
        "https://x\n# note\nunix,symbol,open,high,low,close,volume a,volume currency\n1704067200,A,1,2,1,2,5,6\n",
        "34200000,1000000,1200000,900000,1100000,5\n34260000,1100000,1200000,900000,1100000,5\n",
        "1704067200000,10,12,9,11,5,1704070799999,1,2\n1704070800000,10,12,9,11,5,1704074399999,1,2\n",
        "20240702 090000;10;12;9;11;0\n20240702 090100;10;12;9;11;0\n", "1/2/2024,1,2,1,2,5\n1/13/2024,1,2,1,2,5\n",
    ]

    /// Any byte of any layout may be wrong: the answer is candles or a sentence.
    @Test(arguments: layouts)
    func bytesAtRandomNeverCrash(layout: String) throws {
        let folder = try TemporaryFolder()
        var random = RandomStream(seed: 7)
        let zones = [ClockZone("Europe/Berlin"), ClockZone("+02:00"), nil]
        let digits = Array("0123456789,;:./- \t\n\r\"eE<>NaMP\u{0}".utf8)
        for _ in 0..<250 {
            var bytes = Array(layout.utf8)
            for _ in 0..<1 + Int(random.next() % 5) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(contentsOf: [UInt8](repeating: UInt8(ascii: "9"), count: 19), at: place)
                default: bytes.insert(digits[Int(random.next() % UInt64(digits.count))], at: place)
                }
            }
            var options = ImportOptions()
            options.timeZone = zones[Int(random.next() % 3)]
            options.bad = ImportOptions.Bad.allCases[Int(random.next() % 3)]
            options.gaps = ImportOptions.Gaps.keep
            options.timeIs = random.next() % 2 == 0 ? nil : .end
            options.symbol = random.next() % 2 == 0 ? nil : "AAPL"
            let file = try folder.file("20240702_spy-1m.csv", bytes)
            do {
                let candles = try CandleImport.read(file.url, options: options).candles
                if options.bad != .keep, !CandleCheck(candles).impossible.isEmpty { Issue.record("impossible candles") }
            } catch {
                if error.description.contains("\n") { Issue.record("more than a line: \(error)") }
            }
        }
    }
}
