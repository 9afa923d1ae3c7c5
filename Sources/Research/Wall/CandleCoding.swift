import Candles
import Processes

extension ByteWriter {
    mutating func put(_ candles: CandleSeries) {
        put(candles.symbol)
        put(candles.timeframe.description)
        put(candles.warmup)
        put(candles.time.span)
        for series in [candles.open, candles.high, candles.low, candles.close, candles.volume] {
            put(series.tick?.decimals) { $0.put($1) }
            put(series.span)
        }
    }
}

extension ByteReader {
    mutating func candles() throws(ProcessError) -> CandleSeries {
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
        guard (0...count).contains(warmup) else { throw .malformed }
        return CandleSeries(
            symbol: symbol, timeframe: timeframe, time: times, open: columns[0], high: columns[1], low: columns[2],
            close: columns[3], volume: columns[4], warmup: warmup)
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
