import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct CandleFileTests {
    private static let report = ImportReport(file: "a.csv", sha256: "0", format: "csv")

    /// Candles as a file, written by the code under test.
    private func stored(_ candles: CandleSeries) throws -> TemporaryFolder.File {
        let file = try TemporaryFolder().file("x.candles", "")
        try CandleFile.write(candles, tick: candles.close.tick, imports: [Self.report], to: file.url)
        return file
    }

    @Test(arguments: [1, 2, 2047, 2048, 2049, 20_000])
    func whatIsWrittenIsReadBack(count: Int) throws {
        let candles = RandomCandles.series(count: count, seed: UInt64(count))
        let stored = try stored(candles)
        let file = try CandleFile(stored.url)
        let read = try file.all()
        #expect((0..<count).allSatisfy { read[$0] == candles[$0] })
        #expect(file.symbol == candles.symbol && file.timeframe == candles.timeframe && file.tick == candles.close.tick)
        #expect(file.times == candles.time[0]...candles.time[count - 1])
        #expect(file.contentHash == candles.contentHash)
        #expect(read.contentHash == candles.contentHash)
        #expect(try file.imports() == [Self.report])
    }

    @Test func aSliceIsAPartOfTheWhole() throws {
        let candles = RandomCandles.series(count: 30_000)
        let stored = try stored(candles)
        let file = try CandleFile(stored.url)
        for range in [0..<1, 0..<2048, 2047..<2049, 12_345..<23_456, 29_999..<30_000, 5..<5] {
            let part = try file.candles(range)
            #expect(part.time.array() == candles.slice(range).time.array())
            #expect(part.close.array() == candles.slice(range).close.array())
        }
        let newest = try file.newest(1000, warmup: 500)
        #expect(newest.count == 1500 && newest.warmup == 500 && newest.time[1499] == candles.time[29_999])
        #expect(try file.newest(40_000).count == 30_000)
        #expect(try file.newest(29_900, warmup: 500).warmup == 100)
    }

    @Test func timesFindTheirCandles() throws {
        let candles = RandomCandles.series(count: 20_000)
        let stored = try stored(candles)
        let file = try CandleFile(stored.url)
        for index in [0, 1, 2047, 2048, 19_999] {
            let time = candles.time[index]
            #expect(try file.range(from: time, to: nil) == index..<20_000)
            #expect(try file.range(from: time - 1, to: nil).lowerBound == index)
            #expect(try file.range(from: nil, to: time) == 0..<index)
        }
        #expect(try file.range(from: .max, to: nil).isEmpty)
        #expect(try file.range(from: candles.time[9], to: candles.time[3]).isEmpty)
    }

    @Test func aFaultInOneBlockLeavesTheOthersReadable() throws {
        let candles = RandomCandles.series(count: 20_000)
        let stored = try stored(candles)
        var bytes = try Array(Data(contentsOf: stored.url))
        bytes[CandleFileLayout(count: 20_000, hasFilled: false).columnOffset(3) + 8 * 10] ^= 1
        let changed = try stored.folder.file("changed.candles", bytes)
        let file = try CandleFile(changed.url)
        #expect(try file.newest(10_000).count == 10_000)
        let error = #expect(throws: CandleError.self) { try file.all() }
        #expect(
            error?.description.hasSuffix("has changed candles in block 1 of 10, remove it and import the candles again")
                == true)
    }

    @Test func foreignFilesAreNamedAsSuch() throws {
        let folder = try TemporaryFolder()
        let text = try folder.file("text.candles", String(repeating: "candles\n", count: 1000))
        #expect(throws: CandleError.damaged(file: text.url.path, what: "is no candle file")) {
            try CandleFile(text.url)
        }
        let empty = try folder.file("empty.candles", "")
        #expect(throws: CandleError.damaged(file: empty.url.path, what: "is empty")) {
            try CandleFile(empty.url)
        }
        let isFolder = CandleError.foreign(file: folder.url.path, what: "is a folder", expected: "a candle file")
        #expect(throws: isFolder) { try CandleFile(folder.url) }
    }

    @Test func readersGoOnWhileAWriterReplaces() throws {
        let old = RandomCandles.series(count: 20_000, seed: 1)
        let new = RandomCandles.series(count: 100, seed: 2)
        let stored = try stored(old)
        let reader = try CandleFile(stored.url)
        try CandleFile.write(new, tick: nil, imports: [], to: stored.url)
        #expect(try reader.all().contentHash == old.contentHash)
        #expect(try CandleFile(stored.url).all().contentHash == new.contentHash)
    }

    /// xxHash specification, section "Test vectors"; and the `xxhsum` tool for the longer ones.
    @Test(
        arguments: [
            ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
            ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
        ] as [(String, UInt64)])
    func checksumsAreXXH64(text: String, sum: UInt64) {
        #expect(Checksum.of(Array(text.utf8).span.rawBytes) == sum)
    }

    /// RFC 6234 and FIPS 180-4, the usual three and a million times `a`.
    @Test(arguments: [
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
    func hashesAreSHA256(text: String, times: Int, hash: String) {
        #expect(CSVImporterTests.sha256(String(repeating: text, count: times)) == hash)
    }
}
