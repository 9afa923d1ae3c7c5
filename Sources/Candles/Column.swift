import Foundation

/// Immutable values in one piece of memory, shared by all who read them: an array of ours or a mapped file.
///
/// `@unchecked` because of the pointer: the memory is written before the column exists and never again, and
/// `owner` keeps it alive.
@safe package struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    private let owner: AnyObject
    private let base: UnsafePointer<Element>
    package let count: Int

    /// The values, lent for as long as the column is held.
    package var span: Span<Element> {
        @_lifetime(borrow self)
        get {
            let span = unsafe Span(_unsafeStart: base, count: count)
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// The value of candle `index`, from 0.
    package subscript(index: Int) -> Element {
        precondition(index >= 0 && index < count, "column index out of range")
        return unsafe base[index]
    }

    /// A column of `count` values that `fill` writes; they start as `initial`.
    package init(count: Int, initial: Element, fill: (inout MutableSpan<Element>) throws -> Void) rethrows {
        let memory = ColumnMemory(byteCount: count * MemoryLayout<Element>.stride)
        let start = unsafe memory.start.bindMemory(to: Element.self, capacity: count)
        unsafe start.initialize(repeating: initial, count: count)
        var span = unsafe MutableSpan(_unsafeStart: start, count: count)
        try fill(&span)
        unsafe self.init(start: UnsafePointer(start), count: count, owner: memory)
    }

    /// A column whose values `fill` writes, each of them: what it leaves out is undefined.
    package init(unfilled count: Int, fill: (inout MutableSpan<Element>) throws -> Void) rethrows {
        let memory = ColumnMemory(byteCount: count * MemoryLayout<Element>.stride)
        let start = unsafe memory.start.bindMemory(to: Element.self, capacity: count)
        var span = unsafe MutableSpan(_unsafeStart: start, count: count)
        try fill(&span)
        unsafe self.init(start: UnsafePointer(start), count: count, owner: memory)
    }

    package init(_ values: some Collection<Element>, filler: Element) {
        self.init(count: values.count, initial: filler) { span in
            for (index, value) in values.enumerated() { span[index] = value }
        }
    }

    /// A view of memory that `owner` keeps alive and that nobody changes: for the mapped candle file.
    @unsafe package init(start: UnsafePointer<Element>, count: Int, owner: AnyObject) {
        unsafe base = start
        self.count = count
        self.owner = owner
    }

    /// Where the values stand, for as long as the column is held.
    @unsafe var start: UnsafePointer<Element> { unsafe base }

    package func array() -> [Element] {
        let span = span
        return span.indices.map { span[$0] }
    }

    /// A part of the column, sharing its memory.
    package func slice(_ range: Range<Int>) -> Column {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "slice out of range")
        return unsafe Column(start: base + range.lowerBound, count: range.count, owner: owner)
    }
}
