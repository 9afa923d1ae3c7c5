import Foundation
import TestSupport
import Testing

@testable import Candles

/// Candles as text, and back.
@Suite struct CandleTextTests {
    private func back(_ candles: CandleSeries, bad: ImportOptions.Bad = .reject) throws -> CandleSeries {
        let folder = try TemporaryFolder()
        let file = folder.url.appending(path: "a.csv")
        try candles.export(to: file)
        #expect(try String(contentsOf: file, encoding: .utf8) == candles.csv())
        var options = ImportOptions()
        (options.symbol, options.timeframe, options.bad) = (candles.symbol, candles.timeframe, bad)
        return try CandleImport.read(file, options: options).candles
    }

    @Test(arguments: [1, 4095, 4096, 4097, 10_000])
    func anyNumberOfCandlesComesBack(count: Int) throws {
        let candles = RandomCandles.series(count: count)
        #expect(try back(candles).contentHash == candles.contentHash)
        #expect(candles.csv().split(separator: "\n").count == count + 1)
    }

    /// Numbers of any size to the last bit; times before 1973-03-03, which in milliseconds look like seconds.
    @Test func anyNumberAndAnyTimeComesBack() throws {
        var random = RandomStream(seed: 3)
        for first in [0, 99_999_000_000, 100_000_000_000, 7_258_000_000_000] as [Int64] {
            let rows = (0..<300).map { index in
                let low = Double(bitPattern: 0x0010_0000_0000_0000 + random.next() % 0x7FC0_0000_0000_0000)
                return Candle(
                    time: first + Int64(index) * 1000, open: low, high: low * 1.5, low: low, close: low.nextUp,
                    volume: Double(random.next() % 1000) / 7)
            }
            let candles = CandleSeries(symbol: "A", timeframe: Timeframe(1, .second), candles: rows)
            let read = try back(candles)
            #expect(read.contentHash == candles.contentHash && read.time[0] == first)
        }
    }

    @Test func whatIsNoFileIsNotReplaced() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: CandleError.self) { try RandomCandles.series(count: 3).export(to: folder.url) }
        #expect(error?.description.hasSuffix("cannot be written: there is something else than a file") == true)
        #expect(throws: CandleError.self) { try RandomCandles.series(count: 3).export(to: URL(filePath: "/dev/null")) }
        #expect(try FileHandle(forWritingTo: URL(filePath: "/dev/null")).fileDescriptor > 0)
    }
}
