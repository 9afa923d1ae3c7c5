/// A series that is being written: whoever writes it has the loop in his own hands, where a closure handed to another
/// module would be called for each candle.
@safe package struct SeriesDraft: ~Copyable {
    private let memory: ColumnMemory
    private let base: UnsafeMutablePointer<Double>
    package let count: Int

    /// Room for `count` values, each of which must be written before the end.
    @inline(never)
    package init(unfilled count: Int) {
        self.count = count
        memory = ColumnMemory(byteCount: count * MemoryLayout<Double>.stride)
        unsafe base = memory.start.bindMemory(to: Double.self, capacity: count)
    }

    /// The values, to be written.
    package var span: MutableSpan<Double> {
        @_lifetime(&self)
        mutating get {
            let span = unsafe MutableSpan(_unsafeStart: base, count: count)
            return unsafe _overrideLifetime(span, mutating: &self)
        }
    }

    /// The series, without a tick.
    @inline(never)
    package consuming func finish() -> Series {
        Series(unsafe Column(start: UnsafePointer(base), count: count, owner: memory))
    }
}
