import Foundation

extension CandleFile {
    /// Writes candles as a new file in the place of `target`: the old file or the new one is there, never a part.
    static func write(
        _ candles: CandleSeries, tick: Tick?, imports: [ImportReport], to target: URL
    ) throws(CandleError) {
        let table = candles.blockChecksums()
        let list = Self.encoded(imports)
        let header = CandleFileHeader(
            symbol: candles.symbol, timeframe: candles.timeframe, tick: tick, count: candles.count,
            firstTime: candles.time[0], lastTime: candles.time[candles.count - 1],
            contentHash: candles.contentHash(of: table), tableChecksum: Checksum.of(table.span.rawBytes),
            importsCount: list.count, importsChecksum: Checksum.of(list.span.rawBytes))

        var file = try ReplacedFile(target)
        try file.write(header.page())
        try file.write(table.span.rawBytes)
        try file.pad(to: CandleFileHeader.pageSize)
        for column in 0..<CandleFileHeader.columnCount {
            try file.write(candles.bytes(ofColumn: column))
            try file.pad(to: CandleFileHeader.pageSize)
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
    /// What these candles are known by: 64 hexadecimal digits, equal for equal candles whatever file they came from.
    package var contentHash: String { SHA256.text(contentHash(of: blockChecksums())) }

    fileprivate func contentHash(of table: [UInt64]) -> [UInt8] {
        var hash = SHA256()
        hash.update(Array("\(symbol) \(timeframe) \(count)\n".utf8).span.rawBytes)
        hash.update(table.span.rawBytes)
        return hash.finish()
    }

    /// A checksum for each block of each column, column after column.
    fileprivate func blockChecksums() -> [UInt64] {
        let length = CandleFileHeader.blockLength
        return (0..<CandleFileHeader.columnCount).flatMap { column in
            stride(from: 0, to: count, by: length).map { first in
                Checksum.of(
                    bytes(ofColumn: column).extracting(droppingFirst: first * 8)
                        .extracting(first: min(length, count - first) * 8))
            }
        }
    }

    @_lifetime(borrow self)
    fileprivate func bytes(ofColumn column: Int) -> RawSpan {
        switch column {
        case 0: time.span.rawBytes
        case 1: open.span.rawBytes
        case 2: high.span.rawBytes
        case 3: low.span.rawBytes
        case 4: close.span.rawBytes
        default: volume.span.rawBytes
        }
    }
}
