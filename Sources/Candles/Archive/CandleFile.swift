import Foundation
import Synchronization

/// One symbol and timeframe on disk, column after column, seen as memory.
///
/// Opening reads the header and the table of checksums; a block of candles is checked when this process first touches
/// it, so a slice of a long file costs what the slice costs.
package final class CandleFile: Sendable {
    private let header: CandleFileHeader
    private let file: MappedFile
    private let checksums: Column<UInt64>
    private let whole: CandleSeries
    /// Which blocks are known to be sound, by column and block; a block may be checked twice by two threads.
    private let sound: Mutex<[Bool]>

    package var symbol: String { header.symbol }
    package var timeframe: Timeframe { header.timeframe }
    package var count: Int { header.count }
    package var tick: Tick? { header.tick }
    /// The start of the first and of the last candle, in milliseconds since 1970.
    package var times: ClosedRange<Int64> { header.firstTime...header.lastTime }
    /// What the candles are known by: 64 hexadecimal digits, equal for equal candles.
    package var contentHash: String { SHA256.text(header.contentHash) }
    package var path: String { file.name }

    package init(_ url: URL) throws(CandleError) {
        let mapped = try MappedFile(url)
        let page = mapped.column(
            of: UInt8.self, at: 0, count: min(mapped.byteCount, CandleFileHeader.pageSize))
        let header = try CandleFileHeader(page.array(), file: url.path, fileSize: mapped.byteCount)
        file = mapped
        self.header = header
        let table = mapped.column(of: UInt64.self, at: header.tableOffset, count: header.tableCount)
        checksums = table
        guard Checksum.of(table.span.rawBytes) == header.tableChecksum else {
            throw .damaged(file: url.path, what: "has a changed table of checksums")
        }
        let prices = (1...5).map {
            mapped.column(of: Double.self, at: header.columnOffset($0), count: header.count)
        }
        whole = CandleSeries(
            symbol: header.symbol, timeframe: header.timeframe,
            time: mapped.column(of: Int64.self, at: header.columnOffset(0), count: header.count),
            open: Series(prices[0], tick: header.tick), high: Series(prices[1], tick: header.tick),
            low: Series(prices[2], tick: header.tick), close: Series(prices[3], tick: header.tick),
            volume: Series(prices[4]))
        sound = Mutex([Bool](repeating: false, count: header.tableCount))
    }

    /// All candles; every block is checked.
    package func all() throws(CandleError) -> CandleSeries {
        try candles(0..<count)
    }

    /// The newest `count` candles (fewer where fewer are there), with up to `warmup` more before them.
    package func newest(_ count: Int, warmup: Int = 0) throws(CandleError) -> CandleSeries {
        let first = max(0, self.count - count)
        let start = max(0, first - warmup)
        return try candles(start..<self.count, warmup: first - start)
    }

    /// A part of the candles, sharing the file's memory; its first `warmup` are not traded.
    package func candles(_ range: Range<Int>, warmup: Int = 0) throws(CandleError) -> CandleSeries {
        let slice = whole.slice(range, warmup: warmup)
        for block in blocks(of: range) {
            for column in 0..<CandleFileHeader.columnCount { try check(block, of: column) }
        }
        return slice
    }

    /// Which candles start at `from` or later and before `to`; nil leaves that end open.
    package func range(from: Int64?, to: Int64?) throws(CandleError) -> Range<Int> {
        let lower = try from.map { (time) throws(CandleError) in try firstIndex(at: time) } ?? 0
        let upper = try to.map { (time) throws(CandleError) in try firstIndex(at: time) } ?? count
        return lower..<max(lower, upper)
    }

    /// What was said of each file these candles came from, oldest first.
    package func imports() throws(CandleError) -> [ImportReport] {
        let bytes = file.column(of: UInt8.self, at: header.importsOffset, count: header.importsCount)
        guard Checksum.of(bytes.span.rawBytes) == header.importsChecksum,
            let reports = try? JSONDecoder().decode([ImportReport].self, from: Data(bytes.array()))
        else { throw .damaged(file: path, what: "has a changed list of imports") }
        return reports
    }

    private func firstIndex(at time: Int64) throws(CandleError) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            try check(middle / CandleFileHeader.blockLength, of: 0)
            if whole.time[middle] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func blocks(of range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        let length = CandleFileHeader.blockLength
        return range.lowerBound / length..<(range.upperBound - 1) / length + 1
    }

    private func check(_ block: Int, of column: Int) throws(CandleError) {
        let index = column * header.blockCount + block
        if sound.withLock({ $0[index] }) { return }
        let first = block * CandleFileHeader.blockLength
        let words = file.column(
            of: UInt64.self, at: header.columnOffset(column) + first * 8,
            count: min(CandleFileHeader.blockLength, count - first))
        guard Checksum.of(words.span.rawBytes) == checksums[index] else {
            throw .damaged(file: path, what: "has changed candles in block \(block + 1) of \(header.blockCount)")
        }
        sound.withLock { $0[index] = true }
    }
}
