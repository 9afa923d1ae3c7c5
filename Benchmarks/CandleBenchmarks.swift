// Importing is what a person waits for first, and the only work that grows with the whole history of a market. Opening
// a slice is paid by every command: warm it costs a look at headers and checksums, cold it waits for the disk.

import Candles
import Foundation

enum CandleBenchmarks {
    static var all: [Subject] {
        [
            Subject("candles.import") {
                let market = try FiledMarket()
                return Work(
                    per: "candle of a CSV file of 1,000,000, read and stored", count: 1_000_000,
                    before: { try market.archive.remove(symbol: FiledMarket.symbol, timeframe: FiledMarket.timeframe) },
                    run: { try market.store() })
            },
            Subject("candles.open.warm") {
                let market = try FiledMarket()
                return Work(per: "10,000 newest of 1,000,000 candles, opened and read") { try market.readNewest() }
            },
            Subject("candles.open.cold") {
                let market = try FiledMarket()
                return Work(
                    per: "the same with nothing of the file in memory", before: { try market.forget() },
                    run: { try market.readNewest() })
            },
        ]
    }
}

/// A million candles as a CSV file and in an archive.
private struct FiledMarket {
    static let symbol = "BTC_USDT"
    static let timeframe = Timeframe(5, .minute)

    let archive: CandleArchive
    private let file: URL

    init() throws {
        let folder = try Scratch.makeFolder()
        archive = CandleArchive(home: folder)
        file = folder.appending(path: "\(Self.symbol)-\(Self.timeframe).csv")
        try Samples.million.export(to: file)
        try store()
    }

    func store() throws {
        try archive.store(CandleImport.read(file))
    }

    func readNewest() throws {
        let candles = try stored().newest(10_000)
        for column in [candles.open, candles.high, candles.low, candles.close, candles.volume] {
            let values = column.span
            var sum = 0.0
            for index in values.indices { sum += values[index] }
            keep(sum)
        }
    }

    /// Asks the system to let go of what it holds of the file; it may decline.
    func forget() throws {
        let descriptor = unsafe open(try stored().path, O_RDONLY)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        close(descriptor)
    }

    private func stored() throws -> CandleFile {
        try archive.open(symbol: Self.symbol, timeframe: Self.timeframe)
    }
}
