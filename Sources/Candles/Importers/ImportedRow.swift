/// The numbers of one line or record, before they count as a candle.
struct ImportedRow {
    var time: Int64 = 0
    var (open, high, low, close, volume) = (0.0, 0.0, 0.0, 0.0, 0.0)
    /// 1 where the candle was filled in.
    var filled = 0.0

    /// Takes a price, the volume or the mark.
    @inline(__always)
    mutating func set(_ column: ImportColumn, to number: Double) {
        switch column {
        case .open: open = number
        case .high: high = number
        case .low: low = number
        case .close: close = number
        case .filled: filled = number
        default: volume = number
        }
    }

    /// A comparison with NaN is false, so what is no number fails here, too.
    @inline(__always)
    var isPossible: Bool {
        low > 0 && low <= high && high < .infinity && open > 0 && open < .infinity && close > 0 && close < .infinity
            && volume >= 0 && volume < .infinity && (filled == 0 || filled == 1) && TimeNumber.range.contains(time)
    }

    /// Whether all of it are numbers and its time is one that candles can have.
    var isFinite: Bool {
        open.isFinite && high.isFinite && low.isFinite && close.isFinite && volume.isFinite
            && TimeNumber.range.contains(time)
    }

    /// Why the row is no candle, and which column is at fault.
    var fault: (column: ImportColumn, what: String) {
        if !TimeNumber.range.contains(time) {
            let years = TimeNumber.years
            return (.time, "the time lies outside of the years \(years.lowerBound) to \(years.upperBound)")
        }
        let prices: [(ImportColumn, Double)] = [(.open, open), (.high, high), (.low, low), (.close, close)]
        for (column, price) in prices {
            if price.isInfinite { return (column, "\(column.rawValue) is too large for a number") }
            if !(price > 0) { return (column, "\(column.rawValue) \(DecimalNumber.text(price)) is not above zero") }
        }
        if volume.isInfinite { return (.volume, "volume is too large for a number") }
        if filled != 0 && filled != 1 { return (.filled, "filled \(DecimalNumber.text(filled)) is neither 0 nor 1") }
        if volume < 0 { return (.volume, "volume \(DecimalNumber.text(volume)) is below zero") }
        return (.high, "high \(DecimalNumber.text(high)) is below low \(DecimalNumber.text(low))")
    }
}
