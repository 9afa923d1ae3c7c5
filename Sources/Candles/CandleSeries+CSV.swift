import Foundation

extension CandleSeries {
    /// Times that a reader takes for milliseconds whatever stands beside them: from 1973-03-03 on.
    private static let leastMilliseconds: Int64 = 100_000_000_000
    private static let pieceLength = 4096

    /// The candles as text that imports back to the same bytes: a header, then a line a candle, oldest first.
    ///
    /// Times in milliseconds, or as dates in UTC where some would be taken for seconds; numbers as the shortest decimals
    /// that read back the same; where candles were filled in, a column `filled` says which, with 1 or 0.
    package func csv() -> String { csvPieces.joined() }

    /// `csv()` piece by piece, so that a long series need not be text all at once.
    package var csvPieces: some Sequence<String> {
        let hasNumbers = count == 0 || time[0] >= Self.leastMilliseconds
        let header =
            "\(hasNumbers ? "timestamp_ms" : "time"),open,high,low,close,volume\(filled == nil ? "" : ",filled")\n"
        // The header stands above the first piece; a series without candles is all header.
        return stride(from: 0, to: max(count, 1), by: Self.pieceLength).lazy.map { first in
            (first == 0 ? header : "")
                + lines(first..<min(first + Self.pieceLength, count), hasNumbers: hasNumbers)
        }
    }

    private func lines(_ range: Range<Int>, hasNumbers: Bool) -> String {
        var text = ""
        text.reserveCapacity(64 * range.count)
        for index in range {
            let candle = self[index]
            text += hasNumbers ? "\(candle.time)" : TimeText.text(candle.time)
            for number in [candle.open, candle.high, candle.low, candle.close, candle.volume] {
                text += "," + DecimalNumber.text(number)
            }
            if let filled { text += filled[index] ? ",1" : ",0" }
            text += "\n"
        }
        return text
    }

    /// Writes `csv()` to a file, which appears whole or not at all; fails with `unwritable`.
    package func export(to file: URL) throws(CandleError) {
        var status = stat()
        let isThere = unsafe stat(file.path, &status) == 0
        guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
            throw .unwritable(file: file.relativePath, reason: "there is something else than a file")
        }
        var target = try ReplacedFile(file)
        for piece in csvPieces { try target.write(Array(piece.utf8)) }
        try target.finish()
    }
}
