import Foundation
import TestSupport
import Testing

@testable import Candles

/// Bits that flip on disk, one at a time, in a file with several blocks.
@Suite struct CandleFileDamageTests {
    @Test func tenThousandFlippedBitsAreFoundOrChangeNothing() throws {
        let folder = try TemporaryFolder()
        let candles = RandomCandles.series(count: 1536)
        let target = folder.url.appending(path: "test.candles")
        let report = CandleImport(candles, origin: "a test").report
        try CandleFile.write(candles, tick: candles.close.tick, imports: [report], to: target)
        let bytes = try Array(Data(contentsOf: target))
        let descriptor = open(target.path, O_RDWR)
        defer { close(descriptor) }

        var random = RandomStream(seed: 3)
        var (found, unseen) = (0, 0)
        for _ in 0..<10_000 {
            let place = Int(random.next() % UInt64(bytes.count))
            var byte = bytes[place] ^ 1 << UInt8(random.next() % 8)
            pwrite(descriptor, &byte, 1, place)
            do {
                let file = try CandleFile(target)
                let stored = try file.all()
                // Only the zeros between the columns, and behind the header's fields, are nobody's.
                let imports = try file.imports()
                let isUnchanged = stored.contentHash == candles.contentHash && imports == [report]
                if !isUnchanged { unseen += 1 }
            } catch {
                found += 1
            }
            byte = bytes[place]
            pwrite(descriptor, &byte, 1, place)
        }
        #expect(unseen == 0)
        #expect(found > 9000)
        #expect(try CandleFile(target).all().contentHash == candles.contentHash)
    }
}
