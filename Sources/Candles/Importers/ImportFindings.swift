/// What was found at an import beyond gaps and duplicates, and what was done about it; kept with the candles.
package struct ImportFindings: Codable, Sendable, Equatable {
    /// Lines that were no possible candle and were left out, as told.
    package var dropped = 0
    /// Candles that are not possible and were taken all the same, as told.
    package var kept = 0
    /// The first ten of both.
    package var faults: [CandleFault] = []
    /// Rows of other symbols than the one that was told.
    package var ofOtherSymbols = 0
    /// Candles whose close is far from the one before.
    package var jumps = 0
    /// Whether the file was written before its last candle had ended.
    package var isLastUnfinished = false
    /// Gaps that were filled with candles without movement and volume, as told.
    package var filled: [FilledGap] = []

    package var filledCandles: Int { filled.reduce(0) { $0 + $1.count } }

    package init() {}
}

/// Candles that no maker wrote: each stands at the close before it, with no volume.
package struct FilledGap: Codable, Sendable, Hashable {
    /// The starts of the first and of the last of them.
    package let first: Int64
    package let last: Int64
    package let count: Int
}

extension ImportFindings {
    /// What was done, for the last line of a report.
    var lines: [String] {
        var lines: [String] = []
        let first = faults.first.map { ", the first line \($0.line): \($0.what)" } ?? ""
        if dropped > 0 { lines.append("\(CountText.text(dropped, "bad line")) dropped as told\(first)") }
        if kept > 0 { lines.append("\(CountText.text(kept, "bad candle")) kept as told\(first)") }
        if ofOtherSymbols > 0 { lines.append("\(CountText.text(ofOtherSymbols, "row")) of other symbols left out") }
        if let first = filled.first?.first {
            let count = CountText.text(filledCandles, "candle")
            lines.append("\(count) filled in as told, the first at \(TimeText.text(first))")
        }
        return lines
    }
}
