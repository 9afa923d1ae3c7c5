/// A column that grows while a file is read and is then handed over without a copy.
@safe struct ColumnBuilder<Element: BitwiseCopyable & Sendable>: ~Copyable {
    private var memory: ColumnMemory
    private var base: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 1024) {
        self.capacity = max(capacity, 1)
        memory = ColumnMemory(byteCount: self.capacity * MemoryLayout<Element>.stride)
        unsafe base = memory.start.bindMemory(to: Element.self, capacity: self.capacity)
    }

    mutating func append(_ value: Element) {
        if count == capacity { grow() }
        unsafe base[count] = value
        count &+= 1
    }

    /// Where the next values go and how many of them there is room for, at least one; `take` then counts them in.
    mutating func room() -> (start: UnsafeMutablePointer<Element>, capacity: Int) {
        if count == capacity { grow() }
        return unsafe (base + count, capacity - count)
    }

    /// Takes over `more` values that were written into the room.
    mutating func take(_ more: Int) {
        precondition(more >= 0 && more <= capacity - count, "more values than there was room for")
        count += more
    }

    subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "column index out of range")
        return unsafe base[index]
    }

    consuming func finish() -> Column<Element> {
        unsafe Column(start: UnsafePointer(base), count: count, owner: memory)
    }

    private mutating func grow() {
        let larger = ColumnMemory(byteCount: 2 * capacity * MemoryLayout<Element>.stride)
        let start = unsafe larger.start.bindMemory(to: Element.self, capacity: 2 * capacity)
        unsafe start.update(from: base, count: count)
        memory = larger
        unsafe base = start
        capacity *= 2
    }
}
