import Foundation

extension CandleFile {
    /// Writes candles as a new file in the place of `target`: the old file or the new one is there, never a part.
    static func write(
        _ candles: CandleSeries, tick: Tick?, imports: [ImportReport], to target: URL
    ) throws(CandleError) {
        let layout = CandleFileLayout(count: candles.count, hasFilled: candles.filled != nil)
        let list = Self.encoded(imports)
        let header = CandleFileHeader(
            symbol: candles.symbol, timeframe: candles.timeframe, tick: tick, layout: layout,
            firstTime: candles.time[0], lastTime: candles.time[candles.count - 1],
            filledCount: candles.filled?.trueCount ?? 0, contentHash: candles.contentDigest(),
            importsCount: list.count, importsChecksum: Checksum.of(list.span.rawBytes))

        var file = try ReplacedFile(target)
        try file.write(header.page())
        try file.write(candles.checksums(layout).span.rawBytes)
        try file.pad(to: CandleFileLayout.pageSize)
        for column in 0..<layout.columnCount {
            try file.write(candles.bytes(ofColumn: column))
            try file.pad(to: CandleFileLayout.pageSize)
        }
        try file.write(list)
        try file.finish()
    }

    private static func encoded(_ imports: [ImportReport]) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // A report is text and counts, which JSON always takes.
        guard let data = try? encoder.encode(imports) else { preconditionFailure("an import report is no JSON") }
        return Array(data)
    }
}

extension CandleSeries {
    /// Candles a piece of the content hash. It must stay: studies know their candles by this hash.
    private static let hashedLength = 8192

    /// What these candles are known by: 64 hexadecimal digits, equal for equal candles whatever file they came from.
    ///
    /// SHA-256 over symbol, timeframe, count and the XXH64 of every 8,192 values of each column; and over the marks of
    /// those that were filled in, where there are any.
    package var contentHash: String { SHA256.text(contentDigest()) }

    fileprivate func contentDigest() -> [UInt8] {
        var hash = SHA256()
        hash.update(Array("\(symbol) \(timeframe) \(count)\n".utf8).span.rawBytes)
        for column in 0..<CandleFileLayout.numberColumns {
            let bytes = bytes(ofColumn: column)
            let sums = stride(from: 0, to: count, by: Self.hashedLength).map { first in
                Checksum.of(
                    bytes.extracting(droppingFirst: first * 8)
                        .extracting(first: min(Self.hashedLength, count - first) * 8))
            }
            hash.update(sums.span.rawBytes)
        }
        if filled != nil { hash.update(bytes(ofColumn: CandleFileLayout.filledColumn)) }
        return hash.finish()
    }

    /// The table of a file: a checksum for each block of each column.
    fileprivate func checksums(_ layout: CandleFileLayout) -> [UInt64] {
        var table = [UInt64](repeating: 0, count: layout.tableCount)
        for column in 0..<layout.columnCount {
            let bytes = bytes(ofColumn: column)
            for block in 0..<layout.blockCount {
                let words = layout.words(of: block, column)
                table[layout.place(of: block, column)] = layout.checksum(
                    bytes.extracting(words.lowerBound * 8..<words.upperBound * 8))
            }
        }
        return table
    }

    @_lifetime(borrow self)
    fileprivate func bytes(ofColumn column: Int) -> RawSpan {
        switch column {
        case 0: time.span.rawBytes
        case 1: open.span.rawBytes
        case 2: high.span.rawBytes
        case 3: low.span.rawBytes
        case 4: close.span.rawBytes
        case 5: volume.span.rawBytes
        default: filledBytes
        }
    }

    private var filledBytes: RawSpan {
        @_lifetime(borrow self)
        get {
            guard let filled else { preconditionFailure("no candle was filled in") }
            return unsafe _overrideLifetime(filled.words.span.rawBytes, borrowing: self)
        }
    }
}
