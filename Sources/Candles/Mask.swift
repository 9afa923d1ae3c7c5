/// One yes or no for each candle, 64 candles a word; immutable and shared.
///
/// Bits beyond `count` are always 0, so counting and scanning need no special last word.
package struct Mask: Sendable {
    package let words: Column<UInt64>
    package let count: Int

    /// Words that hold `count` bits.
    package static func wordCount(_ count: Int) -> Int { (count + 63) / 64 }

    /// A mask of `count` candles whose words `fill` writes; they start as 0, and bits beyond `count` are cleared.
    package init(count: Int, fill: (inout MutableSpan<UInt64>) throws -> Void) rethrows {
        self.count = count
        words = try Column(count: Self.wordCount(count), initial: 0) { span in
            try fill(&span)
            if count % 64 != 0 { span[span.count - 1] &= (1 << (count % 64)) - 1 }
        }
    }

    /// A mask over words that are there already; bits beyond `count` must be 0.
    init(words: Column<UInt64>, count: Int) {
        precondition(words.count == Self.wordCount(count), "a mask of another length")
        self.words = words
        self.count = count
    }

    package init(_ flags: [Bool]) {
        self.init(count: flags.count) { words in
            for (index, flag) in flags.enumerated() where flag { words[index / 64] |= 1 << (index % 64) }
        }
    }

    package init(repeating flag: Bool, count: Int) {
        self.init(count: count) { words in
            for index in words.indices { words[index] = flag ? .max : 0 }
        }
    }

    package subscript(index: Int) -> Bool {
        precondition(index >= 0 && index < count, "mask index out of range")
        return words[index / 64] >> (index % 64) & 1 == 1
    }

    /// What the mask says of these candles.
    package func slice(_ range: Range<Int>) -> Mask {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "slice out of range")
        guard range.count < count else { return self }
        let words = words.span
        let (first, shift) = (range.lowerBound / 64, UInt64(range.lowerBound % 64))
        return Mask(count: range.count) { slice in
            for index in slice.indices {
                slice[index] = words[first + index] >> shift
                let next = first + index + 1
                if shift > 0, next < words.count { slice[index] |= words[next] << (64 - shift) }
            }
        }
    }

    /// How many candles say yes.
    package var trueCount: Int {
        let words = words.span
        return words.indices.reduce(0) { $0 + words[$1].nonzeroBitCount }
    }

    /// The first candle at or after `index` that says yes; nil if there is none.
    package func first(from index: Int) -> Int? {
        guard index < count else { return nil }
        let words = words.span
        var position = index / 64
        var word = words[position] & (.max << (index % 64))
        while word == 0 {
            position += 1
            guard position < words.count else { return nil }
            word = words[position]
        }
        return position * 64 + word.trailingZeroBitCount
    }

    package static func & (left: Mask, right: Mask) -> Mask { left.combined(with: right) { $0 & $1 } }
    package static func | (left: Mask, right: Mask) -> Mask { left.combined(with: right) { $0 | $1 } }
    package static prefix func ~ (mask: Mask) -> Mask { mask.combined(with: mask) { word, _ in ~word } }

    private func combined(with other: Mask, _ combine: (UInt64, UInt64) -> UInt64) -> Mask {
        precondition(count == other.count, "masks of unequal length")
        let (left, right) = (words.span, other.words.span)
        return Mask(count: count) { result in
            for index in result.indices { result[index] = combine(left[index], right[index]) }
        }
    }

    package func array() -> [Bool] { (0..<count).map { self[$0] } }
}
