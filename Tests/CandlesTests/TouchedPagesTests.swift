import Foundation
import TestSupport
import Testing

@testable import Candles

/// What a slice of a long file costs in memory, as the system counts it.
@Suite struct TouchedPagesTests {
    private let folder: TemporaryFolder
    private let path: String

    init() throws {
        folder = try TemporaryFolder()
        let target = folder.url.appending(path: "long.candles")
        try CandleFile.write(RandomCandles.series(count: 200_000), tick: nil, imports: [], to: target)
        path = target.path
    }

    /// KiB of the file that this process has in its reach, one number a mapping.
    private func resident() throws -> [Int] {
        let text = try FileHandle(forReadingFrom: URL(filePath: "/proc/self/smaps")).readToEnd() ?? Data()
        let maps = String(decoding: text, as: UTF8.self).split(separator: "\n")
        return maps.indices.filter { maps[$0].hasSuffix(path) }.compactMap { line in
            let rss = maps[line...].first { $0.hasPrefix("Rss:") }
            return rss.flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
        }
    }

    @Test func openingASliceTouchesItsPagesOnly() throws {
        let file = try CandleFile(path: path)
        let slice = try file.newest(10_000)
        #expect(slice.count == 10_000)
        // The slice has 469 KiB of 9,375; the system brings in some pages around each that is touched.
        let touched = try resident()
        #expect(touched.count == 1 && touched.reduce(0, +) < 4000, "\(touched)")
    }

    @Test func aFileThatIsOpenIsMappedOnceForAllWhoAsk() throws {
        let files = OpenCandleFiles()
        let opened = try (0..<8).map { _ in try files.file(at: path).all() }
        let touched = try resident()
        #expect(touched.count == 1 && touched.reduce(0, +) > 9300, "\(touched)")
        #expect(opened.allSatisfy { $0.count == 200_000 })
    }
}
