import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct CandleArchiveTests {
    private let home: TemporaryFolder
    private let archive: CandleArchive

    init() throws {
        home = try TemporaryFolder()
        archive = CandleArchive(home: home.url)
    }

    private func imported(_ candles: CandleSeries, named name: String? = nil) throws -> CandleImport {
        var options = ImportOptions()
        options.symbol = candles.symbol
        options.timeframe = candles.timeframe
        let file = try TemporaryFolder().file(name ?? "a.csv", candles.csv())
        return try CandleImport.read(file.url, options: options)
    }

    private func store(_ symbol: String, count: Int = 10, timeframe: Timeframe = Timeframe(5, .minute)) throws {
        try archive.store(try imported(RandomCandles.series(count: count, timeframe: timeframe, symbol: symbol)))
    }

    @Test func anArchiveStartsEmptyAndMakesNoFolder() throws {
        #expect(try archive.markets().isEmpty)
        #expect(!FileManager.default.fileExists(atPath: archive.folder.path))
        let error = #expect(throws: CandleError.self) { try archive.open(symbol: "BTC_USDT") }
        #expect(
            error?.description == "no candles of BTC_USDT: none are stored, import some with candela import FILE")
        #expect(error?.kind == .missing)
    }

    @Test(arguments: ["BTC/USDT", "BTC_USDT", "btc-usdt", "Btc/Usdt"])
    func aSymbolIsFoundInAnySpelling(spelling: String) throws {
        try store("BTC/USDT")
        let file = try archive.open(symbol: spelling, timeframe: Timeframe(5, .minute))
        #expect(file.symbol == "BTC/USDT" && file.count == 10)
        #expect(try archive.open(symbol: spelling).count == 10)
    }

    @Test func oneStoredMarketNeedsNoName() throws {
        try store("BTC/USDT")
        #expect(try archive.open().symbol == "BTC/USDT")
        #expect(try archive.open(timeframe: Timeframe(5, .minute)).symbol == "BTC/USDT")
        try store("ETH/USDT")
        try store("ETH/USDT", timeframe: Timeframe(1, .hour))
        #expect(throws: CandleError.severalMarkets(stored: ["BTC/USDT 5m", "ETH/USDT 5m", "ETH/USDT 1h"])) {
            try archive.open()
        }
        #expect(try archive.open(timeframe: Timeframe(1, .hour)).symbol == "ETH/USDT")
        let error = #expect(throws: CandleError.self) {
            try archive.open(symbol: "XRP/USDT", timeframe: Timeframe(1, .day))
        }
        #expect(
            error?.description == "no candles of XRP/USDT 1d, stored are BTC/USDT 5m, ETH/USDT 5m, ETH/USDT 1h")
    }

    @Test func theSameFileTwiceChangesNothing() throws {
        let candles = RandomCandles.series(count: 100)
        #expect(try archive.store(try imported(candles)) == .created)
        let file = archive.file(of: try MarketName(symbol: candles.symbol, timeframe: candles.timeframe))
        let before = try Data(contentsOf: file)
        #expect(try archive.store(try imported(candles)) == .unchanged)
        #expect(try archive.store(try imported(candles.slice(20..<50))) == .unchanged)
        #expect(try Data(contentsOf: file) == before)
    }

    @Test func aNewerFileExtendsWhatIsStored() throws {
        let candles = RandomCandles.series(count: 100)
        #expect(try archive.store(try imported(candles.slice(20..<60))) == .created)
        #expect(try archive.store(try imported(candles.slice(40..<100))) == .extended(by: 40))
        #expect(try archive.store(try imported(candles.slice(0..<30))) == .extended(by: 20))
        let file = try archive.open()
        #expect(file.contentHash == candles.contentHash)
        #expect(try file.imports().map(\.candles) == [40, 60, 30])
    }

    @Test func anOverlapThatDiffersIsRefusedAndNothingChanges() throws {
        let candles = RandomCandles.series(count: 50)
        try archive.store(try imported(candles))
        var changed = (30..<60).map { RandomCandles.series(count: 60)[$0] }
        changed[5].volume = 123
        let other = CandleSeries(symbol: "test", timeframe: candles.timeframe, candles: changed)
        let import_ = try imported(other)
        let error = #expect(throws: CandleError.self) { try archive.store(import_) }
        #expect(
            error?.description == "a.csv: disagrees with the stored candles of TEST 5m: volume at "
                + "\(TimeText.text(candles.time[35])) is 123, stored is \(DecimalNumber.text(candles.volume[35]))")
        #expect(try archive.open().contentHash == candles.contentHash)
    }

    @Test func aRemovedMarketIsGone() throws {
        try store("A")
        try archive.remove(symbol: "a", timeframe: Timeframe(5, .minute))
        #expect(try archive.markets().isEmpty)
        #expect(throws: CandleError.unknownMarket(wanted: "A 5m", stored: [])) {
            try archive.remove(symbol: "A", timeframe: Timeframe(5, .minute))
        }
    }

    @Test(arguments: ["../../etc/passwd", "..", ".", "a b", "ä", "A%2F", "BTC/USDT:USDT", "-rf", "~"])
    func noNameLeavesTheFolder(symbol: String) throws {
        try store(symbol)
        let names = try FileManager.default.contentsOfDirectory(atPath: archive.folder.path)
        #expect(names.count { $0.hasSuffix(".candles") } == 1)
        #expect(try archive.open().symbol == symbol)
        #expect(try archive.open(symbol: symbol, timeframe: Timeframe(5, .minute)).symbol == symbol)
    }

    @Test(arguments: ["", "a\nb", String(repeating: "x", count: 81)])
    func namesThatAreNoneAreRefused(symbol: String) throws {
        #expect(throws: CandleError.self) { try MarketName(symbol: symbol, timeframe: Timeframe(5, .minute)) }
    }

    @Test func whatAKilledWriterLeftIsRemoved() throws {
        try store("A")
        let left = archive.folder.appending(path: ".a-5m.candles.4711\(ReplacedFile.suffix)")
        try Data([1, 2, 3]).write(to: left)
        #expect(try archive.markets().count == 1)
        try store("B")
        #expect(!FileManager.default.fileExists(atPath: left.path))
    }

    @Test func aDamagedFileIsNamedAndDoesNotStopOtherMarkets() throws {
        try store("A")
        try store("B")
        let file = archive.file(of: try MarketName(symbol: "A", timeframe: Timeframe(5, .minute)))
        try Data([1, 2, 3]).write(to: file)
        let error = #expect(throws: CandleError.self) {
            try archive.open(symbol: "A", timeframe: Timeframe(5, .minute))
        }
        #expect(
            error?.description
                == "\(file.path): is no candle file, remove it with candela candles remove a 5m and import the candles again"
        )
        #expect(try archive.open(symbol: "B", timeframe: Timeframe(5, .minute)).count == 10)
    }

    @Test func aHomeThatCannotBeMadeIsAnErrorOfTheSystem() throws {
        let file = try home.file("file", "x")
        let error = #expect(throws: CandleError.self) {
            try CandleArchive(home: file.url).store(try imported(RandomCandles.series(count: 5)))
        }
        #expect(error?.kind == .inputOutput)
    }

    @Test func writersAtTheSameTimeLoseNothing() async throws {
        let candles = RandomCandles.series(count: 400)
        let parts = try (0..<8).map { try imported(candles.slice($0 * 50..<$0 * 50 + 50)) }
        let archive = archive
        try await withThrowingTaskGroup(of: Void.self) { group in
            for part in parts { group.addTask { try archive.store(part) } }
            try await group.waitForAll()
        }
        #expect(try archive.open().contentHash == candles.contentHash)
    }

    @Test(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
    func everySharedFileIsStoredUnchanged() throws {
        for file in SharedCandlesTests.files {
            let imported = try CandleImport.read(file)
            try archive.store(imported)
            let stored = try archive.open(symbol: imported.candles.symbol, timeframe: imported.candles.timeframe)
            #expect(try stored.all().contentHash == imported.candles.contentHash)
        }
        #expect(try archive.markets().count == SharedCandlesTests.files.count)
    }
}
