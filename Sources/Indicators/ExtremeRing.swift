/// The candles of a window that may still become its extreme, oldest first: each is beaten by none after it.
///
/// A candle enters and leaves once, so a step costs the same whatever the period.
struct ExtremeRing {
    private var candles: [Int]
    private var first = 0
    private var last = 0
    private let mask: Int
    private let period: Int

    init(period: Int) {
        // A power of two, so that a place in the ring is a mask away and no division.
        let room = 1 << (Int.bitWidth - period.leadingZeroBitCount)
        candles = [Int](repeating: 0, count: room)
        (mask, self.period) = (room - 1, period)
    }

    /// The extreme of the window that ends at `index`, which follows upon the one before.
    /// - Parameter beats: whether a later value takes the place of an earlier one.
    @inline(__always)
    mutating func advance(
        to index: Int, _ values: Span<Double>, _ beats: (_ later: Double, _ earlier: Double) -> Bool
    ) -> Int {
        if last > first, candles[first & mask] <= index - period { first += 1 }
        let value = values[index]
        while last > first, beats(value, values[candles[(last - 1) & mask]]) { last -= 1 }
        candles[last & mask] = index
        last += 1
        return candles[first & mask]
    }
}
