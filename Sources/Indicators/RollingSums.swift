import Candles

extension Rolling {
    /// Two sums over a window that moves along `range`, and what `finish` makes of them for its last candle.
    ///
    /// Every `period` candles the sums begin anew, and each window is the end of one such block and the beginning of
    /// the next. So no error outlives its window, nothing is ever taken away, and a window of zeros sums to 0.
    @inline(__always)
    static func sums(
        in range: Range<Int>, period: Int, into result: inout MutableSpan<Double>,
        of terms: (Int) -> SIMD2<Double>, finish: (_ index: Int, _ sums: SIMD2<Double>) -> Double
    ) {
        guard range.count >= period else { return }
        let (start, end) = (range.lowerBound, range.upperBound)
        precondition(end <= result.count)
        // Behind offset k of the block before: the sums over its candles from k on.
        var room = [SIMD2<Double>](repeating: .zero, count: period + 1)
        var tails = room.mutableSpan
        for block in stride(from: start, to: end, by: period) {
            if block > start {
                var tail = SIMD2<Double>.zero
                for offset in (1..<period).reversed() {
                    tail += terms(block - period + offset)
                    unsafe tails[unchecked: offset] = tail
                }
            }
            var sums = SIMD2<Double>.zero
            for offset in 0..<min(period, end - block) {
                let index = block + offset
                sums += terms(index)
                if index < start + period - 1 { continue }
                unsafe result[unchecked: index] = finish(index, sums + tails[unchecked: offset + 1])
            }
        }
    }
}
