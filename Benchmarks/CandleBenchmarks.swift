// Importing is what a person waits for first, and the only work that grows with the whole history of a market. Opening
// a slice is paid by every command: once for the pages and the checksums, and next to nothing in a file that is open.

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
                let market = try LongMarket()
                return Work(per: "10,000 newest of 10,000,000 candles, in a file that is open") {
                    try market.open(market.archive.open(symbol: LongMarket.symbol, timeframe: LongMarket.timeframe))
                }
            },
            Subject("candles.open.cold") {
                let market = try LongMarket()
                return Work(per: "the same in a file that is in memory and not open, every block checked") {
                    try market.open(CandleFile(market.file))
                }
            },
            Subject("candles.open.floor") {
                let market = try LongMarket()
                return Work(per: "as many words of that file mapped, added up and let go of, unchecked") {
                    keep(try market.sum())
                }
            },
            Subject("candles.open.disk") {
                let market = try LongMarket()
                return Work(
                    per: "the same with nothing of the file in memory", before: { try market.forget() },
                    run: { try market.open(CandleFile(market.file)) })
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
}

/// Ten million candles in an archive.
private struct LongMarket {
    static let symbol = "LONG"
    static let timeframe = Timeframe(1, .minute)
    private static let slice = 10_000

    let archive: CandleArchive
    let file: URL

    init() throws {
        archive = CandleArchive(home: try Scratch.makeFolder())
        let candles = RandomWalk(symbol: Self.symbol, timeframe: Self.timeframe, seed: 1).candles(10_000_000)
        try archive.store(CandleImport(candles, origin: "seed 1"))
        file = URL(filePath: try archive.open().path)
    }

    func open(_ file: CandleFile) throws {
        let candles = try file.newest(Self.slice)
        keep(candles.close[Self.slice - 1])
    }

    /// The sum of the last words of each sixth of the file, which are as many as the slice has.
    func sum() throws -> UInt64 {
        let descriptor = unsafe Foundation.open(file.path, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0,
            let mapping = unsafe mmap(nil, status.st_size, PROT_READ, MAP_SHARED, descriptor, 0)
        else { throw CocoaError(.fileReadUnknown) }
        defer { unsafe munmap(mapping, status.st_size) }
        let count = status.st_size / 8
        let words = unsafe mapping.bindMemory(to: UInt64.self, capacity: count)
        var sum: UInt64 = 0
        for column in 1...6 {
            let end = count * column / 6
            for index in end - Self.slice..<end { sum = unsafe sum &+ words[index] }
        }
        return sum
    }

    /// Asks the system to let go of what it holds of the file; it may decline.
    func forget() throws {
        let descriptor = unsafe Foundation.open(file.path, O_RDONLY | O_CLOEXEC)
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        close(descriptor)
    }
}
