import Foundation
import TestSupport
import Testing

@testable import Candles

/// One market's file is damaged; the others are there as before.
@Suite struct DamagedMarketTests {
    private let home: TemporaryFolder
    private let archive: CandleArchive
    private let file: URL

    init() throws {
        home = try TemporaryFolder()
        archive = CandleArchive(home: home.url)
        for symbol in ["A/B", "C"] {
            try archive.store(CandleImport(RandomCandles.series(count: 50, symbol: symbol), origin: "a test"))
        }
        file = archive.file(of: try MarketName(symbol: "A/B", timeframe: Timeframe(5, .minute)))
    }

    enum Damage: String, CaseIterable {
        case cut, flipped, foreign, empty, folder, moved, later, unreadable
    }

    private func damage(_ damage: Damage) throws {
        var bytes = try Array(Data(contentsOf: file))
        try FileManager.default.removeItem(at: file)
        switch damage {
        case .cut: bytes.removeLast(10)
        case .flipped: bytes[50] ^= 4
        case .foreign: bytes = Array("<html>".utf8)
        case .empty: bytes = []
        case .folder: return try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
        case .moved:
            let other = archive.file(of: try MarketName(symbol: "C", timeframe: Timeframe(5, .minute)))
            bytes = try Array(Data(contentsOf: other))
        case .later: bytes[8] = 9
        case .unreadable: return try FileManager.default.createSymbolicLink(at: file, withDestinationURL: file)
        }
        try Data(bytes).write(to: file)
    }

    private static let reasons: [Damage: String] = [
        .cut: "has 30,000 bytes instead of", .flipped: "has a changed header", .foreign: "is no candle file",
        .empty: "is empty", .folder: "is a folder", .moved: "holds the candles of C 5m",
        .later: "has version 9 of the candle file", .unreadable: "cannot be read: Too many levels of symbolic links",
    ]

    @Test(arguments: Damage.allCases)
    func theOthersAreListedAndOpened(kind: Damage) throws {
        try damage(kind)
        let listing = try archive.listing()
        #expect(listing.markets.map(\.description) == ["C 5m"])
        #expect(listing.damaged.map(\.description) == ["a_b 5m"])
        let reason = try #require(Self.reasons[kind])
        let start = reason.prefix { !$0.isNumber }
        #expect(listing.damaged[0].damage.hasPrefix(start))
        #expect(try archive.open(symbol: "C").count == 50)
        #expect(try archive.open(symbol: "c", timeframe: Timeframe(5, .minute)).count == 50)
    }

    @Test(arguments: Damage.allCases)
    func whoeverWantsItIsToldWhatIsWrong(kind: Damage) throws {
        try damage(kind)
        let expected = try archive.listing().damaged[0].error
        #expect(throws: expected) { try archive.open(symbol: "a/b") }
        #expect(throws: expected) { try archive.open(symbol: "A-B", timeframe: Timeframe(5, .minute)) }
        #expect(throws: CandleError.severalMarkets(stored: ["C 5m", "a_b 5m"])) { try archive.open() }
        if case .damaged = expected {
            #expect(
                expected.description.hasSuffix(
                    ", remove it with candela candles remove a_b 5m and import the candles again"))
        }
    }

    @Test(arguments: Damage.allCases)
    func anImportWritesNothingOverIt(kind: Damage) throws {
        try damage(kind)
        let before = try? Data(contentsOf: file)
        let expected = try archive.listing().damaged[0].error
        let import_ = CandleImport(RandomCandles.series(count: 60, symbol: "A/B"), origin: "a test")
        #expect(throws: expected) { try archive.store(import_) }
        let after = try? Data(contentsOf: file)
        #expect(after == before)
        guard kind != .folder else { return }
        try archive.remove(symbol: "a_b", timeframe: Timeframe(5, .minute))
        #expect(try archive.store(import_) == .created)
        #expect(try archive.listing().names == ["A/B 5m", "C 5m"])
    }

    @Test func aFolderInItsPlaceIsNotRemoved() throws {
        try damage(.folder)
        #expect(throws: CandleError.unwritable(file: file.relativePath, reason: "Is a directory")) {
            try archive.remove(symbol: "a/b", timeframe: Timeframe(5, .minute))
        }
    }

    @Test func aFileWhoseNameIsNoMarketsIsListedByItsName() throws {
        try Data([1]).write(to: archive.folder.appending(path: "notes.candles"))
        let listing = try archive.listing()
        #expect(listing.markets.count == 2 && listing.damaged.map(\.description) == ["notes.candles"])
        #expect(listing.damaged[0].error.description.hasSuffix(", remove it and import the candles again"))
    }

    @Test(arguments: ["BTC/USDT", "a b", "ä", "x-y", "A%2F", "o'clock", ".", "BTC/USDT:USDT"])
    func aNameOfAFileSaysWhoseItIs(symbol: String) throws {
        let name = try MarketName(symbol: symbol, timeframe: Timeframe(5, .minute))
        let back = try #require(MarketName(fileName: name.fileName))
        #expect(back.symbol == MarketName.folded(symbol) && back.timeframe == name.timeframe)
    }

    @Test(arguments: ["", "a.candles", "a-5x.candles", "A-5m.candles", "-5m.candles", "a-5m.csv", "a b-5m.candles"])
    func otherNamesAreNone(name: String) {
        #expect(MarketName(fileName: name) == nil)
    }
}
