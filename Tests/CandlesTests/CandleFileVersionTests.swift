import Foundation
import TestSupport
import Testing

@testable import Candles

/// Candle files of the first version: longer blocks, another checksum, no marks.
@Suite struct CandleFileVersionTests {
    /// Written by the program when version 1 was its newest: 12 candles, two of them filled in.
    private static let stored = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Files/version1.candles")

    private static func candle(_ index: Int) -> Candle {
        let (number, time) = (Double(index), 1_704_067_200_000 + Int64(index) * 300_000)
        return [4, 5].contains(index)
            ? Candle(time: time, open: 104, high: 104, low: 104, close: 104, volume: 0)
            : Candle(
                time: time, open: 100.5 + number, high: 102 + number, low: 99.25 + number, close: 101 + number,
                volume: 10 * number + 1)
    }

    @Test func aFileOfVersion1IsReadWithNothingLost() throws {
        let file = try CandleFile(Self.stored)
        let candles = try file.all()
        #expect(file.symbol == "OLD" && file.timeframe == Timeframe(5, .minute) && file.tick == Tick(decimals: 2))
        #expect((0..<12).map { candles[$0] } == (0..<12).map(Self.candle))
        #expect(try file.imports().map(\.file) == ["OLD-5m.csv"])
        #expect(file.contentHash == "b97c86812395b89644b1c7e3eb5667f839a5dc18e60cfcd0918a755dcaefbd65")
        #expect(candles.marked(filled: nil).contentHash == file.contentHash)
    }

    @Test func whatVersion1FilledInIsMarkedAsItsReportSays() throws {
        let file = try CandleFile(Self.stored)
        #expect(try file.all().filled?.array() == (0..<12).map { [4, 5].contains($0) })
        #expect(try file.filledCount() == 2)
        #expect(try file.candles(5..<8).filled?.array() == [true, false, false])
        #expect(try file.candles(6..<12).filled == nil)
    }

    @Test func anImportMakesItTheNewestVersion() throws {
        let home = try TemporaryFolder()
        let archive = CandleArchive(home: home.url)
        let name = MarketName(fileName: "old-5m.candles")
        let target = archive.file(of: try #require(name))
        try FileManager.default.createDirectory(at: archive.folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: Self.stored, to: target)
        let more = CandleSeries(symbol: "OLD", timeframe: Timeframe(5, .minute), candles: (10..<14).map(Self.candle))
        #expect(try archive.store(CandleImport(more, origin: "a test")) == .extended(by: 2))
        #expect(try Array(Data(contentsOf: target))[8] == 2)
        let file = try archive.open()
        #expect(try (0..<14).map { try file.all()[$0] } == (0..<14).map(Self.candle))
        #expect(try file.all().filled?.array() == (0..<14).map { [4, 5].contains($0) })
        #expect(try file.imports().map(\.file) == ["OLD-5m.csv", "a test"])
    }

    @Test func aFlippedBitOfVersion1IsFoundOrChangesNothing() throws {
        let bytes = try Array(Data(contentsOf: Self.stored))
        let candles = try CandleFile(Self.stored).all()
        let folder = try TemporaryFolder()
        var random = RandomStream(seed: 1)
        // The fields, the table, the starts of the columns, the imports.
        var places: [Int] = Array(0..<256)
        places += Array(4088..<4160)
        for column in 0..<6 { places += Array(8192 + column * 4096..<8288 + column * 4096) }
        places += Array(bytes.count - 100..<bytes.count)
        var found = 0
        for place in places {
            var flipped = bytes
            flipped[place] ^= 1 << UInt8(random.next() % 8)
            let changed = try folder.file("flipped.candles", flipped)
            do {
                let file = try CandleFile(changed.url)
                let isUnchanged = try file.all().contentHash == candles.contentHash && file.imports().count == 1
                if !isUnchanged { Issue.record("byte \(place) changed unseen") }
            } catch {
                found += 1
            }
        }
        #expect(found > 900)
    }

    @Test func longFilesOfVersion1AreReadBlockByBlock() throws {
        let candles = RandomCandles.series(count: 20_000)
        let folder = try TemporaryFolder()
        let old = try folder.file("old.candles", FirstVersion.bytes(of: candles, reports: "[]"))
        let file = try CandleFile(old.url)
        #expect(try file.all().contentHash == candles.contentHash)
        #expect(try file.newest(100).close.array() == candles.newest(100).close.array())
        #expect(try file.range(from: candles.time[8192], to: nil).lowerBound == 8192)
        var bytes = try Array(Data(contentsOf: old.url))
        bytes[FirstVersion.columnOffset(2, count: 20_000) + 8 * 9000] ^= 1
        let damaged = try CandleFile(folder.file("damaged.candles", bytes).url)
        #expect(try damaged.candles(0..<8192).count == 8192)
        let error = CandleError.damaged(
            file: folder.url.appending(path: "damaged.candles").path, what: "has changed candles in block 2 of 3")
        #expect(throws: error) { try damaged.all() }
    }

    @Test func filesOfVersion1AreMadeHereAsTheProgramMadeThem() throws {
        let stored = try Data(contentsOf: Self.stored)
        let reports = try #require(String(data: stored.dropFirst(8 * 4096), encoding: .utf8))
        #expect(FirstVersion.bytes(of: try CandleFile(Self.stored).all(), reports: reports) == Array(stored))
    }

    @Test func aLaterVersionSaysSo() throws {
        var bytes = try Array(Data(contentsOf: Self.stored))
        bytes[8] = 3
        let file = try TemporaryFolder().file("later.candles", bytes)
        let error = #expect(throws: CandleError.newer(file: file.url.path, version: 3)) { try CandleFile(file.url) }
        #expect(
            error?.description.hasSuffix("has version 3 of the candle file, expected version 2 or earlier") == true)
    }
}

/// Version 1 as it was written: a page of header, a table by column, six columns, the imports.
private enum FirstVersion {
    private static func pages(_ byteCount: Int) -> Int { (byteCount + 4095) / 4096 * 4096 }
    private static func blockCount(_ count: Int) -> Int { (count + 8191) / 8192 }

    static func columnOffset(_ column: Int, count: Int) -> Int {
        4096 + pages(6 * blockCount(count) * 8) + column * pages(count * 8)
    }

    static func bytes(of candles: CandleSeries, reports: String) -> [UInt8] {
        let count = candles.count
        var file = [UInt8](repeating: 0, count: columnOffset(6, count: count))
        func put(_ value: some FixedWidthInteger, at offset: Int) {
            for byte in 0..<value.bitWidth / 8 { file[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
        }
        func put(_ bytes: [UInt8], at offset: Int) {
            file.replaceSubrange(offset..<offset + bytes.count, with: bytes)
        }
        let prices = [candles.open, candles.high, candles.low, candles.close, candles.volume]
        let words = [candles.time.array().map(UInt64.init)] + prices.map { $0.array().map(\.bitPattern) }
        var sums: [UInt64] = []
        for (column, words) in words.enumerated() {
            for (row, word) in words.enumerated() { put(word, at: columnOffset(column, count: count) + 8 * row) }
            for first in stride(from: 0, to: count, by: 8192) {
                sums.append(Checksum.of(Array(words[first..<min(first + 8192, count)]).span.rawBytes))
            }
        }
        for (row, sum) in sums.enumerated() { put(sum, at: 4096 + 8 * row) }
        var hash = SHA256()
        hash.update(Array("\(candles.symbol) \(candles.timeframe) \(count)\n".utf8).span.rawBytes)
        hash.update(sums.span.rawBytes)
        let list = Array(reports.utf8)
        put([0x89] + Array("CANDLE\n".utf8), at: 0)
        put(1 as UInt32, at: 8)
        put(Int64(count), at: 16)
        put(8192 as Int64, at: 24)
        put(Int32(candles.timeframe.count), at: 32)
        put(UInt32(candles.timeframe.unit.rawValue.asciiValue ?? 0), at: 36)
        put(Int32(candles.close.tick?.decimals ?? -1), at: 40)
        put(candles.time[0], at: 48)
        put(candles.time[count - 1], at: 56)
        put(Int64(list.count), at: 64)
        put(Checksum.of(list.span.rawBytes), at: 72)
        put(Checksum.of(sums.span.rawBytes), at: 80)
        put(hash.finish(), at: 88)
        put(UInt32(candles.symbol.utf8.count), at: 120)
        put(Array(candles.symbol.utf8), at: 124)
        put(Checksum.of(Array(file[..<4088]).span.rawBytes), at: 4088)
        return file + list
    }
}
