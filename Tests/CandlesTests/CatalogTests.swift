import Candles
import Foundation
import TestSupport
import Testing

/// Every file of the catalog of real candles, as its maker wrote it, against what the catalog says of it.
@Suite(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
struct CatalogTests {
    struct Entry: Decodable, Sendable, CustomTestStringConvertible {
        let file: String
        let timeframe: String
        let rows: Int
        let first: String
        let last: String
        let unique: Int
        let duplicates: Int
        let ohlc_violations: Int
        let off_grid: Int?
        let missing: Int?

        var testDescription: String { file }
    }

    static let entries: [Entry] = {
        guard let file = SharedFiles.folder?.appending(path: "data/raw/catalog.json"),
            let data = try? Data(contentsOf: file), let all = try? JSONDecoder().decode([Entry].self, from: data)
        else { return [] }
        return all
    }()

    /// What must be said of some files, because they do not tell it themselves.
    static func options(for file: String) -> ImportOptions {
        var options = ImportOptions()
        switch file {
        case "smc-EURUSD_15M.csv", "pyalgotrade-nt-spy-minute-2011.csv": options.timeZone = ClockZone("UTC")
        case "gocryptotrader-binance_BTCUSDT_24h_2019.csv":
            options.columns = [.time, .volume, .open, .high, .low, .close]
        default: break
        }
        return options
    }

    @Test(arguments: entries.filter { $0.file != "bbgo-BTCUSDT-1h-2023-11-18.csv" })
    func isReadAsTheCatalogSays(entry: Entry) throws {
        let imported = try CandleImport.read(Self.url(entry.file), options: Self.options(for: entry.file))
        let (candles, report) = (imported.candles, imported.report)
        #expect(report.rowsRead == entry.rows)
        #expect(candles.count == entry.unique && report.equalDuplicates == entry.duplicates)
        #expect(candles.timeframe.description == entry.timeframe)
        #expect(Self.text(candles.time[0]) == entry.first)
        #expect(Self.text(candles.time[candles.count - 1]) == entry.last)
        #expect(report.outsideRange == entry.ohlc_violations)
        if let offGrid = entry.off_grid { #expect(report.offGrid == offGrid) }
        if let missing = entry.missing { #expect(report.missingCandles == missing) }

        let home = try TemporaryFolder()
        let archive = CandleArchive(home: home.url)
        #expect(try archive.store(imported) == .created)
        let stored = try archive.open()
        #expect(try stored.all().contentHash == candles.contentHash && stored.imports() == [report])
    }

    /// The catalog has all files that lie beside it, and none that does not.
    @Test func theCatalogIsWhole() throws {
        let folder = try #require(SharedFiles.folder?.appending(path: "data/raw"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let others = ["README.md", "catalog.json", "licences"]
        #expect(Set(names).subtracting(others) == Set(Self.entries.map(\.file)))
        #expect(Self.entries.count >= 20)
    }

    /// Times that a spreadsheet has rounded are lost: nothing can be done but say so.
    @Test func aFileThatASpreadsheetHasSpoiledIsRefused() throws {
        let file = try #require(Self.entries.first { $0.file == "bbgo-BTCUSDT-1h-2023-11-18.csv" }).file
        let error = #expect(throws: CandleError.self) { try CandleImport.read(Self.url(file)) }
        #expect(error?.description.contains("is a time that a spreadsheet has rounded") == true)
        #expect(error?.description.contains("25 faulty lines in all, nothing was imported") == true)
    }

    @Test(arguments: ["smc-EURUSD_15M.csv", "pyalgotrade-nt-spy-minute-2011.csv"])
    func aClockThatIsNotNamedIsAskedFor(file: String) {
        let error = #expect(throws: CandleError.self) { try CandleImport.read(Self.url(file)) }
        #expect(error?.description.hasSuffix("say it with --time-zone") == true)
    }

    /// The highs of this file are copies of the closes, so no order of its columns stands to reason.
    @Test func columnsThatCannotBeToldAreAskedFor() {
        let file = "gocryptotrader-binance_BTCUSDT_24h_2019.csv"
        let error = #expect(throws: CandleError.self) { try CandleImport.read(Self.url(file)) }
        #expect(error?.description.hasSuffix("say it with --columns") == true)
    }

    private static func url(_ file: String) -> URL {
        (SharedFiles.folder ?? URL(filePath: "/")).appending(path: "data/raw/\(file)")
    }

    /// As the catalog writes times: with hours and minutes, always.
    private static func text(_ time: Int64) -> String {
        let text = TimeText.text(time)
        return text.count == 10 ? text + " 00:00" : text
    }
}
