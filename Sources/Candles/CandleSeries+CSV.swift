import Foundation

extension CandleSeries {
    /// The candles as text that imports back to the same bytes: a header, then a line a candle, oldest first.
    ///
    /// Times in milliseconds, numbers as the shortest decimals that read back the same; where candles were filled in, a
    /// column `filled` says which, with 1 or 0.
    package func csv() -> String {
        var text = "timestamp_ms,open,high,low,close,volume" + (filled == nil ? "\n" : ",filled\n")
        text.reserveCapacity(64 * count + 64)
        for index in 0..<count {
            let candle = self[index]
            text += "\(candle.time)"
            for number in [candle.open, candle.high, candle.low, candle.close, candle.volume] {
                text += "," + DecimalNumber.text(number)
            }
            if let filled { text += filled[index] ? ",1" : ",0" }
            text += "\n"
        }
        return text
    }

    /// Writes `csv()` to a file, which appears whole or not at all.
    package func export(to file: URL) throws(CandleError) {
        var target = try ReplacedFile(file)
        try target.write(Array(csv().utf8))
        try target.finish()
    }
}
