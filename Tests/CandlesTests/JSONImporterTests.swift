import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct JSONImporterTests {
    private static let first: Int64 = 1_704_067_200_000

    @Test(arguments: [
        ("numbers", "[[1704067200000,10,12,9,11,5]]"),
        ("a float as time", "[[1704067200000.0,10.0,12.0,9.0,11.0,5.0]]"),
        ("quotes", "[[1704067200000,\"10\",\"12\",\"9\",\"11\",\"5\",1704070799999,\"0\",0,\"x\\\"y\",[1,[]],null]]"),
        ("spaces and lines", " [\n [ 1704067200000 , 10 ,\t12, 9, 11, 5 ]\r\n]\n\n"),
        ("a byte-order mark", "\u{FEFF}[[1704067200000,10,12,9,11,5]]"),
        ("a date", "[[\"2024-01-01T00:00:00Z\",10,12,9,11,5]]"),
    ])
    func aCandleIsReadFrom(layout: String, text: String) throws {
        let file = try TemporaryFolder().file("X_Y-1h.json", text)
        let imported = try CandleImport.read(file.url)
        #expect(imported.candles.count == 1 && imported.report.format == "json")
        #expect(imported.candles[0] == Candle(time: Self.first, open: 10, high: 12, low: 9, close: 11, volume: 5))
    }

    @Test(arguments: [
        ("[]", "bad-5m.json: holds no candles, expected a line a candle"),
        ("[", "bad-5m.json:1:2: the file ends too early, expected a candle as [time, open, high, low, close, volume]"),
        ("[[1704067200000,10,12,9,11,5]", "bad-5m.json:1:30: the file ends too early, expected , or ]"),
        ("[[1704067200000,10,12,9,11,5]] x", "bad-5m.json:1:32: \"x\" is out of place, expected the end of the file"),
        ("[[1704067200000,10,12,9,11,5] [", "bad-5m.json:1:31: \"[\" is out of place, expected , or ]"),
        (
            "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}",
            "bad-5m.json:1:1: \"{\" is out of place, expected an array of candles"
        ),
        (
            "[{\"time\":1}]",
            "bad-5m.json:1:2: \"{\" is out of place, expected a candle as [time, open, high, low, close, volume]"
        ),
        ("[[1704067200000,10,12,9,11]]", "bad-5m.json:1:2: the candle has 5 values, expected 6"),
        ("[[1704067200000,10,null,9,11,5]]", "bad-5m.json:1:20: high \"null\" is no number, expected one such as 1.25"),
        ("[[1704067200000,10,NaN,9,11,5]]", "bad-5m.json:1:20: high \"NaN\" is no number, expected one such as 1.25"),
        ("[[\"x\",10,12,9,11,5]]", "bad-5m.json:1:3: \"\"x\"\" is no time, expected one such as 1704067200000"),
        ("[[1704067200000,10,1e400,9,11,5]]", "bad-5m.json:1:2: high is too large for a number"),
        (
            "[\n[1704067200000,10,8,9,11,5],\n[1704067500000,0,8,9,11,5]\n]",
            "bad-5m.json:2:1: high 8 is below low 9; line 3: open 0 is not above zero; 2 faulty lines in all, "
                + "nothing was imported"
        ),
        (
            "[[1704067200000,10,12,9,11,5,\(String(repeating: "[", count: 100))",
            "bad-5m.json:1:62: \"[\" is out of place, expected fewer than 32 arrays in each other"
        ),
    ])
    func isRefused(text: String, sentence: String) throws {
        let file = try TemporaryFolder().file("bad-5m.json", text)
        let error = #expect(throws: CandleError.self) { try CandleImport.read(file.url) }
        #expect(error?.description.replacingOccurrences(of: file.url.path, with: "bad-5m.json") == sentence)
        #expect(error?.kind == .badInput)
    }

    /// Jesse writes the close second: without a header such an order is asked for, not guessed.
    @Test func anotherOrderIsAskedFor() throws {
        let jesse = (0..<20).map { "[\(Self.first + Int64($0) * 300_000),10,11,12,9,5]" }.joined(separator: ",")
        let file = try TemporaryFolder().file("J-5m.json", "[\(jesse)]")
        let error = #expect(throws: CandleError.self) { try CandleImport.read(file.url) }
        #expect(
            error?.description.hasSuffix("20 of 20 candles have a high below the low, say it with --columns") == true)
        var options = ImportOptions()
        options.columns = [.time, .open, .close, .high, .low, .volume]
        #expect(try CandleImport.read(file.url, options: options).candles[3].high == 12)
    }

    @Test func bytesAtRandomNeverCrash() throws {
        let folder = try TemporaryFolder()
        var random = RandomStream(seed: 12)
        let good = Array("[[1704067200000,10,12,9,11,5],[1704067500000,\"10\",12,9,11,5,[1,{}]]]".utf8)
        for _ in 0..<500 {
            var bytes = good
            for _ in 0..<1 + Int(random.next() % 4) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                default: bytes.insert(Array("[],\"\\0e.\u{0}".utf8)[Int(random.next() % 9)], at: place)
                }
            }
            let file = try folder.file("R-5m.json", bytes)
            if let candles = try? CandleImport.read(file.url).candles, !CandleCheck(candles).impossible.isEmpty {
                Issue.record("impossible candles came through")
            }
        }
    }

    /// One maker's two formats; the feather file became the CSV, through a parser that rounds wrongly.
    @Test(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
    func realFilesAgreeWithTheirOtherFormat() throws {
        let data = try #require(SharedFiles.folder).appending(path: "data")
        for (json, csv) in [
            ("raw/freqtrade-UNITTEST_BTC-1m.json", "csv/UNITTEST_BTC-1m.csv"),
            ("raw/cryofrost-XMR_BTC-5m.json", "csv/XMR_BTC.2019-5m.csv"),
            ("styles/binance-api-klines.json", "styles/expected-hourly.csv"),
        ] {
            let left = try CandleImport.read(data.appending(path: json)).candles
            let right = try CandleImport.read(data.appending(path: csv)).candles
            #expect(left.time.array() == right.time.array())
            #expect(
                zip(left.close.array(), right.close.array()).allSatisfy { approximatelyEqual($0, $1, relative: 1e-15) })
            #expect(
                zip(left.volume.array(), right.volume.array()).allSatisfy {
                    approximatelyEqual($0, $1, relative: 1e-15)
                })
        }
        let unitTest = try CandleImport.read(data.appending(path: "raw/freqtrade-UNITTEST_BTC-1m.json"))
        #expect(unitTest.report.pricesBesideTick == 0 && unitTest.candles.high[3] == 0.00162)
    }
}
