import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct FeatherImporterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func file(_ name: String) -> URL { FuzzCorpus.folder.appending(path: "feather/\(name).feather") }

    private var told: ImportOptions {
        var options = ImportOptions()
        options.symbol = "ABC"
        options.timeframe = Timeframe(5, .minute)
        return options
    }

    /// What the files hold, by the program that wrote them with pyarrow: 64 candles from 2024 on.
    private func expected(volume: (Int) -> Double = { 10.5 + Double($0) }) -> [Candle] {
        (0..<64).map { index in
            let open = 100 + 0.25 * Double(index)
            return Candle(
                time: 1_704_067_200_000 + 300_000 * Int64(index), open: open, high: open + 1.5, low: open - 0.75,
                close: open + 0.5, volume: volume(index))
        }
    }

    private func candles(_ name: String) throws -> [Candle] {
        let candles = try CandleImport.read(file(name), options: told).candles
        return (0..<candles.count).map { candles[$0] }
    }

    @Test(arguments: ["lz4-ms", "plain-batches", "zstd-ns", "seconds-single"])
    func everyPackingAndUnitGivesTheSameCandles(name: String) throws {
        #expect(try candles(name) == expected())
    }

    @Test func namesMayBeCapitalAndATimeWithoutZoneIsUTCAndSaysSo() throws {
        #expect(try candles("no-zone-us") == expected { Double(10 + $0) })
        let report = try CandleImport.read(file("no-zone-us"), options: told).report
        #expect(report.conclusions[0].contains("no time zone: taken as UTC"))
    }

    @Test func aMissingValueIsAFaultOfItsRow() throws {
        let error = #expect(throws: CandleError.self) { try CandleImport.read(file("missing"), options: told) }
        #expect(error?.description == "\(file("missing").relativePath):4:6: volume is missing")
    }

    @Test func wordsForNumbersAreRefused() throws {
        let error = #expect(throws: CandleError.self) { try CandleImport.read(file("dictionary"), options: told) }
        #expect(
            error?.description == "\(file("dictionary").relativePath): has words of a dictionary in its column close, "
                + "expected a whole feather file, version 2")
    }

    @Test(arguments: ["lz4-ms", "plain-batches", "zstd-ns"])
    func cutAnywhereItIsRefused(name: String) throws {
        let bytes = Array(try Data(contentsOf: file(name)))
        for count in stride(from: 6, to: bytes.count, by: 13) {
            let cut = try folder.file("cut-5m.feather", Array(bytes.prefix(count)))
            #expect(throws: CandleError.self) { try CandleImport.read(cut.url, options: told) }
        }
    }

    @Test func aChangedByteIsAnErrorOrOtherCandlesAndNeverACrash() throws {
        let bytes = Array(try Data(contentsOf: file("lz4-ms")))
        for place in stride(from: 6, to: bytes.count, by: 5) {
            var changed = bytes
            changed[place] ^= 0xFF
            let file = try folder.file("changed-5m.feather", changed)
            do {
                _ = try CandleImport.read(file.url, options: told)
            } catch {
                #expect(!error.description.contains("\n"))
            }
        }
    }
}

/// Every real feather file beside the project.
@Suite(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
struct SharedFeatherTests {
    struct Entry: Decodable, Sendable {
        let file: String
        let csv: String?
        let rows: Int
        let timeframe: String
    }

    static let entries: [Entry] = {
        guard let file = SharedFiles.folder?.appending(path: "data/raw/catalog.json"),
            let data = try? Data(contentsOf: file), let all = try? JSONDecoder().decode([Entry].self, from: data)
        else { return [] }
        return all.filter { $0.file.hasSuffix(".feather") }
    }()

    @Test(arguments: entries.map(\.file))
    func aFileIsEqualToItsTwinToTheBit(name: String) throws {
        let entry = try #require(Self.entries.first { $0.file == name })
        let folder = try #require(SharedFiles.folder?.appending(path: "data"))
        let imported = try CandleImport.read(folder.appending(path: "raw/\(name)"))
        let csv = try #require(entry.csv)
        let twin = try CandleImport.read(folder.appending(path: "csv/\(csv)"))
        #expect(imported.report.rowsRead == entry.rows)
        #expect(imported.candles.timeframe.description == entry.timeframe)
        #expect(imported.candles.time.array() == twin.candles.time.array())
        let columns: [KeyPath<CandleSeries, Series>] = [\.open, \.high, \.low, \.close, \.volume]
        for column in columns {
            let (left, right) = (imported.candles[keyPath: column], twin.candles[keyPath: column])
            #expect(left.array().map(\.bitPattern) == right.array().map(\.bitPattern))
        }
    }
}
