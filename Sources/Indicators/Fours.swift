// Columns read and written four candles at a time: one check of the bounds for four, and vectors where there are any.

extension Span<Double> {
    /// The values of `count` candles, 1 to 4; lanes beyond are 0.
    @inline(__always)
    func four(at index: Int, count: Int = 4) -> SIMD4<Double> {
        precondition(index >= 0 && index <= self.count - count, "out of range")
        if count == 4 {
            return unsafe SIMD4(
                self[unchecked: index], self[unchecked: index + 1], self[unchecked: index + 2],
                self[unchecked: index + 3])
        }
        var four = SIMD4<Double>.zero
        for lane in 0..<count { four[lane] = self[index + lane] }
        return four
    }
}

extension MutableSpan<Double> {
    /// The values of `count` candles, 1 to 4; lanes beyond are 0.
    @inline(__always)
    func four(at index: Int, count: Int = 4) -> SIMD4<Double> { span.four(at: index, count: count) }

    /// Writes the first `count` lanes, 1 to 4.
    @inline(__always)
    mutating func store(_ four: SIMD4<Double>, at index: Int, count: Int = 4) {
        precondition(index >= 0 && index <= self.count - count, "out of range")
        if count == 4 {
            unsafe self[unchecked: index] = four[0]
            unsafe self[unchecked: index + 1] = four[1]
            unsafe self[unchecked: index + 2] = four[2]
            unsafe self[unchecked: index + 3] = four[3]
        } else {
            for lane in 0..<count { self[index + lane] = four[lane] }
        }
    }
}
