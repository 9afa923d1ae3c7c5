/// Candles of one symbol and timeframe as columns, oldest first; immutable and shared.
package struct CandleSeries: Sendable {
    package let symbol: String
    package let timeframe: Timeframe

    /// The start of each candle in milliseconds since 1970, UTC; strictly rising.
    package let time: Column<Int64>
    package let open: Series
    package let high: Series
    package let low: Series
    package let close: Series
    package let volume: Series

    /// How many leading candles are there only for indicators to settle: no entry is taken and nothing is counted there.
    package let warmup: Int

    /// Which candles an import filled in where nobody had traded or nothing was recorded; nil where there are none.
    package let filled: Mask?

    /// Where these candles lie in a file that is open here; nil where they lie elsewhere.
    var part: FilePart?

    package var count: Int { time.count }

    /// The candles that are traded and counted: all after the warm-up.
    package var traded: Range<Int> { warmup..<count }

    package init(
        symbol: String, timeframe: Timeframe, time: Column<Int64>,
        open: Series, high: Series, low: Series, close: Series, volume: Series, warmup: Int = 0,
        filled: Mask? = nil
    ) {
        precondition(
            [open.count, high.count, low.count, close.count, volume.count].allSatisfy { $0 == time.count },
            "candle columns of unequal length")
        precondition((0...time.count).contains(warmup), "more warm-up than candles")
        precondition(filled.map { $0.count == time.count } ?? true, "marks of another number of candles")
        self.symbol = symbol
        self.timeframe = timeframe
        self.time = time
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.volume = volume
        self.warmup = warmup
        self.filled = filled.flatMap { $0.first(from: 0) == nil ? nil : $0 }
    }

    package init(
        symbol: String, timeframe: Timeframe, candles: [Candle], tick: Tick? = nil, filled: Mask? = nil
    ) {
        self.init(
            symbol: symbol, timeframe: timeframe,
            time: Column(candles.map(\.time), filler: 0),
            open: Series(candles.map(\.open), tick: tick), high: Series(candles.map(\.high), tick: tick),
            low: Series(candles.map(\.low), tick: tick), close: Series(candles.map(\.close), tick: tick),
            volume: Series(candles.map(\.volume)), filled: filled)
    }

    /// Whether an import filled a candle in.
    package func isFilled(_ index: Int) -> Bool { filled?[index] ?? false }

    /// The same candles with these as the ones that were filled in.
    package func marked(filled: Mask?) -> CandleSeries {
        CandleSeries(
            symbol: symbol, timeframe: timeframe, time: time, open: open, high: high, low: low, close: close,
            volume: volume, warmup: warmup, filled: filled)
    }

    package subscript(index: Int) -> Candle {
        Candle(
            time: time[index], open: open[index], high: high[index], low: low[index], close: close[index],
            volume: volume[index])
    }

    /// A part of the candles, sharing their memory; its first `warmup` are not traded.
    package func slice(_ range: Range<Int>, warmup: Int = 0) -> CandleSeries {
        var slice = CandleSeries(
            symbol: symbol, timeframe: timeframe, time: time.slice(range),
            open: open.slice(range), high: high.slice(range), low: low.slice(range), close: close.slice(range),
            volume: volume.slice(range), warmup: warmup, filled: filled?.slice(range))
        slice.part = part.map { FilePart(file: $0.file, first: $0.first + range.lowerBound) }
        return slice
    }

    /// The newest `count` candles (fewer where fewer are there), with up to `warmup` more before them.
    package func newest(_ count: Int, warmup: Int = 0) -> CandleSeries {
        let first = max(0, self.count - count)
        let start = max(0, first - warmup)
        return slice(start..<self.count, warmup: first - start)
    }
}
