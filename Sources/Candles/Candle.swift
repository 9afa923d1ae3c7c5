/// One candle: where the price stood and how much was traded between `time` and the next candle.
package struct Candle: Hashable, Sendable {
    /// Its start, in milliseconds since 1970, UTC.
    package var time: Int64
    package var open: Double
    package var high: Double
    package var low: Double
    package var close: Double
    package var volume: Double

    package init(time: Int64, open: Double, high: Double, low: Double, close: Double, volume: Double) {
        self.time = time
        self.open = open
        self.high = high
        self.low = low
        self.close = close
        self.volume = volume
    }
}
