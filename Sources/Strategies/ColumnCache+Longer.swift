import Candles
import Indicators

extension ColumnCache {
    /// Longer candles, made once for all trials and workers: `shorter` divides `timeframe`.
    func closedCandles(of shorter: CandleSeries, in timeframe: Timeframe) -> ClosedCandles {
        let key = ColumnKey(
            "resample", [shorter.open, shorter.high, shorter.low, shorter.close, shorter.volume],
            [Double(timeframe.count), Double(timeframe.milliseconds)])
        let columns = columns(key) {
            guard let closed = try? ClosedCandles(of: shorter, in: timeframe) else {
                preconditionFailure("\(timeframe) is no longer timeframe")
            }
            return closed.columns.map { .series($0) } + (closed.candles.filled.map { [.mask($0)] } ?? [])
        }
        var numbers: [Series] = []
        var filled: Mask?
        for column in columns {
            switch column {
            case .series(let series): numbers.append(series)
            case .mask(let mask): filled = mask
            }
        }
        return ClosedCandles(numbers, filled: filled, of: shorter, in: timeframe)
    }
}

/// Longer candles as columns of numbers and marks, which is what the cache keeps. Times are exact in a double.
extension ClosedCandles {
    fileprivate var columns: [Series] {
        let (time, known) = (candles.time, known)
        return [candles.open, candles.high, candles.low, candles.close, candles.volume]
            + [
                Series(count: time.count) { values in
                    for index in values.indices { values[index] = Double(time[index]) }
                },
                Series(count: known.count) { values in
                    for index in values.indices { values[index] = Double(known[index]) }
                },
            ]
    }

    fileprivate init(_ columns: [Series], filled: Mask?, of shorter: CandleSeries, in timeframe: Timeframe) {
        let (time, known) = (columns[5], columns[6])
        self.init(
            CandleSeries(
                symbol: shorter.symbol, timeframe: timeframe,
                time: Column(count: time.count, initial: 0) { times in
                    for index in times.indices { times[index] = Int64(time[index]) }
                }, open: columns[0], high: columns[1], low: columns[2], close: columns[3], volume: columns[4],
                filled: filled),
            known: Column(count: known.count, initial: 0) { places in
                for index in places.indices { places[index] = Int(known[index]) }
            }, of: shorter)
    }
}
