import Foundation
import TestSupport
import Testing

@testable import Candles

/// Files that were cut, and bits that flip on disk.
@Suite struct CandleFileDamageTests {
    private let folder: TemporaryFolder
    private let candles: CandleSeries
    private let report: ImportReport
    private let file: URL
    private let bytes: [UInt8]

    /// Three blocks, some candles filled in, so that a file has each of its parts.
    init() throws {
        folder = try TemporaryFolder()
        candles = RandomCandles.series(count: 4500).marked(filled: Mask((0..<4500).map { $0 % 7 == 3 }))
        report = CandleImport(candles, origin: "a test").report
        file = folder.url.appending(path: "test.candles")
        try CandleFile.write(candles, tick: candles.close.tick, imports: [report], to: file)
        bytes = try Array(Data(contentsOf: file))
    }

    private func isUnchanged(_ file: CandleFile) throws -> Bool {
        try file.all().contentHash == candles.contentHash && file.imports() == [report]
    }

    @Test func aFileCutAtAnyByteIsRefused() throws {
        // From the whole file down to before its last block, which lies in each of the columns; and all of the header.
        let layout = CandleFileLayout(count: candles.count, hasFilled: true)
        let lastBlock = layout.columnOffset(5) + 8 * layout.words(of: layout.blockCount - 1, 5).lowerBound
        let lengths: [Int] = Array(0..<4096) + Array(lastBlock..<bytes.count)
        for count in lengths.reversed() {
            guard truncate(file.path, count) == 0 else { throw CandleError.writing(file) }
            if (try? CandleFile(file)) != nil { Issue.record("opened when cut to \(count) bytes") }
        }
        let longer = try folder.file("longer.candles", bytes + [0])
        let error = #expect(throws: CandleError.self) { try CandleFile(longer.url) }
        #expect(
            error?.description.hasSuffix(
                "has \(CountText.text(bytes.count + 1)) bytes instead of \(CountText.text(bytes.count)), "
                    + "remove it and import the candles again") == true)
    }

    @Test func tenThousandFlippedBitsAreFoundOrChangeNothing() throws {
        var random = RandomStream(seed: 3)
        let anywhere = (0..<10_000).map { _ in Int(random.next() % UInt64(bytes.count)) }
        let (found, unseen) = try flipped(at: anywhere, random: &random)
        #expect(unseen == 0)
        #expect(found > 9000)
    }

    @Test func eachBitOfTheHeaderAndTheTableIsFoundOrChangesNothing() throws {
        var random = RandomStream(seed: 1)
        let layout = CandleFileLayout(count: candles.count, hasFilled: true)
        // The fields, the seal, and the table with a little of the empty page behind it.
        let places = Array(0..<256) + Array(4088..<layout.tableOffset + layout.tableCount * 8 + 16)
        let (found, unseen) = try flipped(at: places, random: &random)
        #expect(unseen == 0)
        #expect(found > 400)
    }

    /// Flips a bit of each of these bytes, one after another: how many were found, and how many gave other numbers.
    private func flipped(at places: [Int], random: inout RandomStream) throws -> (found: Int, unseen: Int) {
        let descriptor = open(file.path, O_RDWR)
        defer { close(descriptor) }
        var (found, unseen) = (0, 0)
        for place in places {
            var byte = bytes[place] ^ 1 << UInt8(random.next() % 8)
            pwrite(descriptor, &byte, 1, place)
            do {
                // Only the zeros between the parts, and behind the header's fields, are nobody's.
                if try !isUnchanged(CandleFile(file)) { unseen += 1 }
            } catch {
                found += 1
            }
            byte = bytes[place]
            pwrite(descriptor, &byte, 1, place)
        }
        #expect(try isUnchanged(CandleFile(file)))
        return (found, unseen)
    }
}
