import Foundation
import TestSupport
import Testing

@testable import Candles

/// Files that are no candles: one sentence each, and nothing is read from them.
@Suite struct BadInputTests {
    private static let header = "time,open,high,low,close,volume\n"

    private static let refused: [(text: String, sentence: String)] = [
        ("", "bad-5m.csv: is empty, expected a file of candles"),
        ("\n\n\n", "bad-5m.csv: is empty, expected a file of candles"),
        (header, "bad-5m.csv: has a header and no candles, expected a line a candle"),
        (
            "time,open,high,low\n1,2,3,4\n",
            "bad-5m.csv:1:1: has no column for close, expected a header with time, open, high, low, close and volume, "
                + "or --columns"
        ),
        (
            "hello\n",
            "bad-5m.csv: is no table: its first line is one word, expected lines of time, open, high, low, close, volume"
        ),
        (
            "Exceeded the daily hits limit, sorry\n",
            "bad-5m.csv:1:1: has no column for time, open, high, low, close, expected a header with time, open, high, "
                + "low, close and volume, or --columns"
        ),
        (
            "<!DOCTYPE html>\n<html><body>not, found</body></html>\n",
            "bad-5m.csv: is a web page (HTML or XML), expected candles in one of the formats csv, json, feather"
        ),
        ("1704067200,1,2,3\n", "bad-5m.csv:1:1: has 4 fields, expected at least 5: time, open, high, low, close"),
        (
            header + "1704067200,10,12,9,11,5\n1704067500,10,12",
            "bad-5m.csv:3:15: the line has 3 fields, expected 6"
        ),
        (header + "1704067200,10,12,9,11,5,7\n", "bad-5m.csv:2:23: the line has 7 fields, expected 6"),
        (
            header + "1704067200,abc,12,9,11,5\n",
            "bad-5m.csv:2:12: open \"abc\" is no number, expected one such as 1.25"
        ),
        (header + "1704067200,10,12,9,,5\n", "bad-5m.csv:2:20: close \"\" is no number, expected one such as 1.25"),
        (
            header + "1704067200,10,NaN,9,11,5\n",
            "bad-5m.csv:2:15: high \"NaN\" is no number, expected one such as 1.25"
        ),
        (
            header + "1704067200,10,inf,9,11,5\n",
            "bad-5m.csv:2:15: high \"inf\" is no number, expected one such as 1.25"
        ),
        (
            header + "1704067200,0x10,12,9,11,5\n",
            "bad-5m.csv:2:12: open \"0x10\" is no number, expected one such as 1.25"
        ),
        (
            header + "1704067200,1_0,12,9,11,5\n",
            "bad-5m.csv:2:12: open \"1_0\" is no number, expected one such as 1.25"
        ),
        (
            header + "1704067200,+10,12,9,11,5\n",
            "bad-5m.csv:2:12: open \"+10\" is no number, expected one such as 1.25"
        ),
        (header + "1704067200,10,1e400,9,11,5\n", "bad-5m.csv:2:15: high is too large for a number"),
        (header + "1704067200,0,12,9,11,5\n", "bad-5m.csv:2:12: open 0 is not above zero"),
        (header + "1704067200,10,12,-9,11,5\n", "bad-5m.csv:2:18: low -9 is not above zero"),
        (header + "1704067200,10,9,12,11,5\n", "bad-5m.csv:2:15: high 9 is below low 12"),
        (header + "1704067200,10,12,9,11,-5\n", "bad-5m.csv:2:23: volume -5 is below zero"),
        (
            header + "yesterday,10,12,9,11,5\n",
            "bad-5m.csv:2:1: \"yesterday\" is no time, expected one such as 1704067200000 or 2024-01-01 12:00:00"
        ),
        (
            header + "2024-02-30,10,12,9,11,5\n",
            "bad-5m.csv:2:1: \"2024-02-30\" is no time, expected one such as 1704067200000 or 2024-01-01 12:00:00"
        ),
        (header + "1969-12-31,10,12,9,11,5\n", "bad-5m.csv:2:1: the time lies outside of the years 1970 to 2199"),
        (header + "9999-12-31,10,12,9,11,5\n", "bad-5m.csv:2:1: the time lies outside of the years 1970 to 2199"),
        (
            header + "1704067200,10,12,9,11,5\n1704067200,10,12,9,12,5\n",
            "bad-5m.csv:3: another candle of 2024-01-01 differs from line 2, choose with --duplicates first or last"
        ),
        (
            header + "1704067200,1,1,1,1,1\n1704070800,1,1,1,1,1\n1704074400,1,1,1,1,1\n",
            "bad-5m.csv: its candles are not 5m apart, expected 1h, which most of them are"
        ),
        (
            "date,volume btc,volume usd,open,high,low,close\n2024-01-01,1,2,3,4,5,6\n",
            "bad-5m.csv: has 2 volumes (volume_btc, volume_usd), say it with --columns"
        ),
        (
            "time,open,high,low,close,close,volume\n1704067200,10,12,9,11,11,5\n",
            "bad-5m.csv: has 2 columns close, say it with --columns"
        ),
        (
            header + "45292,10,12,9,11,5\n",
            "bad-5m.csv:2:1: \"45292\" is a day as spreadsheets count them, expected a date such as 2024-01-01 12:00:00"
        ),
        (
            header + "45292.25,10,12,9,11,5\n",
            "bad-5m.csv:2:1: \"45292.25\" is a day as spreadsheets count them, expected a date such as "
                + "2024-01-01 12:00:00"
        ),
        (
            header + "2024-01-01 00:00Z,10,12,9,11,5\n2024-01-01 00:05,10,12,9,11,5\n",
            "bad-5m.csv: has times with a zone and times without, expected one way of writing them"
        ),
        (
            header + "\"1704067200,10,12,9,11,5\n",
            "bad-5m.csv:2:1: the line has a quote that is not closed, expected pairs of them"
        ),
        (
            header + "1704067200,\"1,250\",12,9,11,5\n",
            "bad-5m.csv:2:12: open \"\"1,250\"\" is no number, expected one such as 1.25"
        ),
        (
            header + "1704067200,€10,12,9,11,5\n",
            "bad-5m.csv:2:12: open \"€10\" is no number, expected one such as 1.25"
        ),
        (
            header + "1704067200,\u{202E}10\u{1B}[31m,12,9,11,5\n",
            "bad-5m.csv:2:12: open \"\u{FFFD}10\u{FFFD}[31m\" is no number, expected one such as 1.25"
        ),
        (
            "a,b\n" + String(repeating: "x", count: 5000),
            "bad-5m.csv:1:1: has no column for time, open, high, low, close, expected a header with time, open, high, "
                + "low, close and volume, or --columns"
        ),
    ]

    /// The sentence that a file of this text is refused with, less the path in front.
    private func refusal(
        _ text: String, named name: String = "bad-5m.csv", options: ImportOptions = ImportOptions()
    ) throws -> String {
        try refusal(Array(text.utf8), named: name, options: options)
    }

    private func refusal(
        _ bytes: [UInt8], named name: String = "bad-5m.csv", options: ImportOptions = ImportOptions()
    ) throws -> String {
        let folder = try TemporaryFolder()
        let file = try folder.file(name, bytes)
        let error = try #require(throws: CandleError.self) { try CandleImport.read(file.url, options: options) }
        #expect(error.kind == .badInput)
        #expect(!error.description.contains("\n"))
        return error.description.replacingOccurrences(of: file.url.path, with: name)
    }

    @Test(arguments: refused)
    func isRefused(text: String, sentence: String) throws {
        #expect(try refusal(text) == sentence)
    }

    @Test func theFirstTenFaultyLinesAreNamedAndAllAreCounted() throws {
        let sentence = try refusal(Self.header + String(repeating: "1704067200,1,1,2,1,1\n", count: 25))
        #expect(sentence.hasPrefix("bad-5m.csv:2:14: high 1 is below low 2; line 3: high 1 is below low 2; line 4: "))
        #expect(
            sentence.hasSuffix(
                "line 11: high 1 is below low 2; and 15 more; 25 faulty lines in all, nothing was imported"))
    }

    /// Another order of the columns gives highs below lows, or opens and closes outside of them: it is asked for.
    @Test(arguments: [
        ("10,11,9,12", "20 of 20 candles have an open or close outside of low and high"),
        ("10,9,11,12", "20 of 20 candles have a high below the low"),
    ])
    func columnsInAnUnknownOrderAreAskedFor(prices: String, reason: String) throws {
        let lines = (0..<20).map { "\(1_704_067_200 + $0 * 300),\(prices),5\n" }.joined()
        #expect(
            try refusal(lines)
                == "bad-5m.csv: does not say which column is which, and as time, open, high, low, close \(reason), "
                + "say it with --columns")
    }

    @Test func zeroBytesAreNoNumbers() throws {
        #expect(
            try refusal(Self.header + "1704067200,1\u{0},12,9,11,5\n")
                == "bad-5m.csv:2:12: open \"1\u{FFFD}\" is no number, expected one such as 1.25")
        let late = Self.header + CSVImporterTests.lines(200).replacingOccurrences(of: "ms", with: "")
        #expect(
            try refusal(late + "1764067200000,1\u{0},12,9,11,5\n")
                == "bad-5m.csv:202:15: open \"1\u{FFFD}\" is no number, expected one such as 1.25")
    }

    @Test func aLineOfTenMegabytesIsRefusedWithoutBeingKept() throws {
        let long = Self.header + "1704067200,10,12,9,11," + String(repeating: "1", count: 10_000_000)
        #expect(try refusal(long) == "bad-5m.csv:2:1: a line of more than 65,536 bytes, expected a candle")
        #expect(
            try refusal(String(repeating: "1,", count: 5_000_000))
                == "bad-5m.csv: has a first line of more than 4096 bytes, expected lines of text with a candle each")
    }

    @Test func otherFilesAreCalledByTheirName() throws {
        let end = "expected candles in one of the formats csv, json, feather"
        #expect(try refusal([0x89, 0x50, 0x4E, 0x47, 13, 10]) == "bad-5m.csv: is a picture, \(end)")
        #expect(try refusal((0..<200).map { UInt8($0) }) == "bad-5m.csv: is binary, \(end)")
    }

    @Test func halfALetterOfUTF16IsACutFile() throws {
        let units = Array((Self.header + CSVImporterTests.lines(3)).utf16)
        let bytes: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        for cut: [UInt8] in [Array(bytes.dropLast()), bytes + [0x31]] {
            #expect(
                try refusal(cut) == "bad-5m.csv: ends inside a letter of UTF-16: it is cut, expected a whole file")
        }
    }

    @Test func aFolderIsNoFile() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: CandleError.self) { try CandleImport.read(folder.url) }
        #expect(error?.description.hasSuffix(": is a folder, expected a file of candles") == true)
        #expect(error?.kind == .badInput)
    }

    @Test func aMissingFileIsNamed() {
        let error = #expect(throws: CandleError.self) { try CandleImport.read(URL(filePath: "/nowhere/a.csv")) }
        #expect(error?.description == "/nowhere/a.csv: no such file")
        #expect(error?.kind == .missing)
    }

    @Test func gapsAreRefusedWhereTold() throws {
        var options = ImportOptions()
        options.gaps = .reject
        let text = CSVImporterTests.header + CSVImporterTests.lines(3) + CSVImporterTests.lines(2, from: 5)
        #expect(
            try refusal(text, options: options)
                == "bad-5m.csv: 1 gap with 2 missing candles, the first after 2024-01-01 00:10, "
                + "expected none because of --gaps reject")
    }

    @Test func anUnknownFormatNamesTheKnown() throws {
        var options = ImportOptions()
        options.format = "xls"
        let file = try TemporaryFolder().file("a.csv", "x")
        let error = #expect(throws: CandleError.self) { try CandleImport.read(file.url, options: options) }
        #expect(error?.description == "no format \"xls\", expected auto or one of csv, json, feather")
        #expect(error?.kind == .usage)
    }

    /// Cutting a good file anywhere gives candles that were in it, or a sentence; never a crash or another number.
    @Test func aFileCutAnywhereGivesItsOwnCandlesOrAnError() throws {
        let whole = RandomWalk(symbol: "CUT", seed: 5).candles(6)
        let bytes = Array(whole.csv().utf8)
        let folder = try TemporaryFolder()
        for count in 0..<bytes.count {
            let file = try folder.file("CUT-5m.csv", Array(bytes.prefix(count)))
            guard let candles = try? CandleImport.read(file.url).candles else { continue }
            // A cut inside the last number leaves a shorter number: only there may a candle differ.
            #expect((0..<candles.count - 1).allSatisfy { candles[$0] == whole[$0] })
        }
    }

    /// Any byte may be wrong: the answer is candles or a sentence.
    @Test func bytesAtRandomNeverCrash() throws {
        let folder = try TemporaryFolder()
        var random = RandomStream(seed: 11)
        let good = Array((CSVImporterTests.header + CSVImporterTests.lines(8)).utf8)
        for _ in 0..<500 {
            var bytes = good
            for _ in 0..<1 + Int(random.next() % 6) {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 3 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                default: bytes.insert(Array(",;\n\r\" .-e0\u{0}".utf8)[Int(random.next() % 11)], at: place)
                }
            }
            let file = try folder.file("R-5m.csv", bytes)
            do {
                let candles = try CandleImport.read(file.url).candles
                if !CandleCheck(candles).impossible.isEmpty { Issue.record("impossible candles came through") }
            } catch {
                if error.description.contains("\n") { Issue.record("more than a line: \(error)") }
            }
        }
    }
}
