import Foundation

/// One symbol and timeframe on disk, column after column, seen as memory.
///
/// Opening reads the header; a block of candles is checked when this process first touches it, so a slice of a long file
/// costs what the slice costs.
package final class CandleFile: Sendable {
    private let header: CandleFileHeader
    private let file: MappedFile
    /// The candles, none of them checked, without the marks of those that were filled in.
    private let whole: CandleSeries
    private let blocks: SoundBlocks

    package var symbol: String { header.symbol }
    package var timeframe: Timeframe { header.timeframe }
    package var count: Int { header.count }
    package var tick: Tick? { header.tick }
    /// The start of the first and of the last candle, in milliseconds since 1970.
    package var times: ClosedRange<Int64> { header.firstTime...header.lastTime }
    /// What the candles are known by: 64 hexadecimal digits, equal for equal candles.
    package var contentHash: String { SHA256.text(header.contentHash) }
    package var path: String { file.name }
    var identity: FileIdentity { file.identity }

    package convenience init(_ url: URL) throws(CandleError) {
        try self.init(path: url.path)
    }

    convenience init(path: String) throws(CandleError) {
        try self.init(path: path, name: path)
    }

    init(path: String, name: String) throws(CandleError) {
        let mapped = try MappedFile(path, name: name)
        let page = mapped.column(of: UInt8.self, at: 0, count: min(mapped.byteCount, CandleFileLayout.pageSize))
        let header = try CandleFileHeader(page.span.rawBytes, file: name, fileSize: mapped.byteCount)
        file = mapped
        self.header = header
        func prices(_ column: Int) -> Series {
            let values = mapped.column(of: Double.self, at: header.layout.columnOffset(column), count: header.count)
            return Series(values, tick: column == 5 ? nil : header.tick)
        }
        whole = CandleSeries(
            symbol: header.symbol, timeframe: header.timeframe,
            time: mapped.column(of: Int64.self, at: header.layout.columnOffset(0), count: header.count),
            open: prices(1), high: prices(2), low: prices(3), close: prices(4), volume: prices(5))
        blocks = SoundBlocks(mapped, header.layout)
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
        try blocks.check(range)
        var marked = slice.marked(filled: try filled(slice, range))
        marked.part = FilePart(file: file, first: range.lowerBound)
        return marked
    }

    /// Which candles start at `from` or later and before `to`; nil leaves that end open.
    package func range(from: Int64?, to: Int64?) throws(CandleError) -> Range<Int> {
        let lower = try from.map { (time) throws(CandleError) in try firstIndex(at: time) } ?? 0
        let upper = try to.map { (time) throws(CandleError) in try firstIndex(at: time) } ?? count
        return lower..<max(lower, upper)
    }

    /// What was said of each file these candles came from, oldest first.
    package func imports() throws(CandleError) -> [ImportReport] {
        let bytes = file.column(of: UInt8.self, at: header.layout.importsOffset, count: header.importsCount)
        guard Checksum.of(bytes.span.rawBytes) == header.importsChecksum,
            let reports = try? JSONDecoder().decode([ImportReport].self, from: Data(bytes.array()))
        else { throw .damaged(file: path, what: "has a changed list of imports") }
        return reports
    }

    /// How many candles were filled in.
    package func filledCount() throws(CandleError) -> Int {
        header.layout.version == 1 ? try all().filled?.trueCount ?? 0 : header.filledCount
    }

    private func firstIndex(at time: Int64) throws(CandleError) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            try blocks.checkTime(at: middle)
            if whole.time[middle] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Which candles of a slice were filled in; nil for none of them.
    private func filled(_ slice: CandleSeries, _ range: Range<Int>) throws(CandleError) -> Mask? {
        let layout = header.layout
        if layout.version == 1 { return try Self.filled(slice, as: imports()) }
        guard layout.hasFilled else { return nil }
        let words = file.column(
            of: UInt64.self, at: layout.columnOffset(CandleFileLayout.filledColumn), count: Mask.wordCount(count))
        return Mask(words: words, count: count).slice(range)
    }

    /// Version 1 kept no marks, but said in the report of an import what it had filled in.
    private static func filled(_ candles: CandleSeries, as imports: [ImportReport]) -> Mask? {
        let gaps = imports.flatMap { $0.findings?.filled ?? [] }
        guard !gaps.isEmpty else { return nil }
        let time = candles.time
        return Mask((0..<candles.count).map { row in gaps.contains { $0.first <= time[row] && time[row] <= $0.last } })
    }
}
