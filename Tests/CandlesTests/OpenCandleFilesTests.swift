import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct OpenCandleFilesTests {
    private let files = OpenCandleFiles()
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ name: String, seed: UInt64) throws -> String {
        let target = folder.url.appending(path: name)
        try CandleFile.write(RandomCandles.series(count: 100, seed: seed), tick: nil, imports: [], to: target)
        return target.path
    }

    @Test func aFileIsOpenedOnce() throws {
        let path = try write("a.candles", seed: 1)
        let first = try files.file(at: path)
        #expect(try files.file(at: path) === first)
        files.forget(path)
        #expect(try files.file(at: path) !== first)
    }

    @Test func aReplacedFileIsOpenedAnewAndItsReadersGoOn() throws {
        let path = try write("a.candles", seed: 1)
        let old = try files.file(at: path)
        _ = try write("a.candles", seed: 2)
        let new = try files.file(at: path)
        #expect(try old.all().contentHash == RandomCandles.series(count: 100, seed: 1).contentHash)
        #expect(try new.all().contentHash == RandomCandles.series(count: 100, seed: 2).contentHash)
    }

    @Test func aFileThatWasCutMeanwhileIsRefused() throws {
        let path = try write("a.candles", seed: 1)
        _ = try files.file(at: path)
        let size = try Data(contentsOf: URL(filePath: path)).count
        #expect(truncate(path, size - 1) == 0)
        #expect(throws: CandleError.self) { try files.file(at: path) }
    }

    @Test func aRemovedFileIsMissing() throws {
        let path = try write("a.candles", seed: 1)
        _ = try files.file(at: path)
        try FileManager.default.removeItem(atPath: path)
        #expect(throws: CandleError.missing(file: path)) { try files.file(at: path) }
    }

    @Test func onlyTheLastOnesAreKeptOpen() throws {
        weak var first: CandleFile?
        for number in 0..<40 {
            let file = try files.file(at: try write("\(number).candles", seed: 1))
            if number == 0 { first = file }
        }
        #expect(first == nil)
    }
}
