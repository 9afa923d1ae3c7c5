import Candles
import Processes

extension ByteWriter {
    /// Where they lie in a file, or else the candles themselves.
    mutating func put(_ candles: CandleSeries) {
        let shared = candles.shared
        put(shared) { writer, shared in
            writer.put(shared.path)
            writer.put(shared.name)
            writer.put(shared.first)
            writer.put(candles.count)
            writer.put(candles.warmup)
        }
        if shared == nil { putColumns(of: candles) }
    }

    private mutating func putColumns(of candles: CandleSeries) {
        put(candles.symbol)
        put(candles.timeframe.description)
        put(candles.warmup)
        put(candles.time.span)
        for series in [candles.open, candles.high, candles.low, candles.close, candles.volume] {
            put(series.tick?.decimals) { $0.put($1) }
            put(series.span)
        }
        put(candles.filled) { $0.put($1.words.span) }
    }
}

extension ByteReader {
    mutating func candles() throws(ProcessError) -> CandleSeries {
        if try boolean() { return try sharedCandles() }
        return try columns()
    }

    private mutating func sharedCandles() throws(ProcessError) -> CandleSeries {
        let shared = SharedCandles(path: try text(), name: try text(), first: try integer())
        let (count, warmup) = (try integer(), try integer())
        do { return try shared.candles(count: count, warmup: warmup) } catch { throw .malformed }
    }

    private mutating func columns() throws(ProcessError) -> CandleSeries {
        let symbol = try text()
        guard let timeframe = Timeframe(try text()) else { throw .malformed }
        let warmup = try integer()
        let times = try column(0 as Int64)
        let count = times.count
        var columns: [Series] = []
        for _ in 0..<5 {
            let decimals = try optional { reader throws(ProcessError) in try reader.integer() }
            let values = try column(Double.nan)
            guard values.count == count, decimals.map({ (0...10).contains($0) }) ?? true else { throw .malformed }
            columns.append(Series(values, tick: decimals.map { Tick(decimals: $0) }))
        }
        let filled = try optional { reader throws(ProcessError) in try reader.mask(count) }
        guard (0...count).contains(warmup) else { throw .malformed }
        return CandleSeries(
            symbol: symbol, timeframe: timeframe, time: times, open: columns[0], high: columns[1], low: columns[2],
            close: columns[3], volume: columns[4], warmup: warmup, filled: filled)
    }

    private mutating func mask(_ count: Int) throws(ProcessError) -> Mask {
        let words = try column(0 as UInt64)
        guard words.count == Mask.wordCount(count) else { throw .malformed }
        return Mask(count: count) { mask in
            for index in mask.indices { mask[index] = words[index] }
        }
    }

    private mutating func column<Number: BitwiseCopyable & Sendable>(
        _ initial: Number
    ) throws(ProcessError) -> Column<Number> {
        var ahead = self
        let count = try ahead.count(ofSize: 8)
        var isWhole = true
        let column = Column(count: count, initial: initial) { values in
            do { try read(into: &values) } catch { isWhole = false }
        }
        guard isWhole else { throw .malformed }
        return column
    }
}
