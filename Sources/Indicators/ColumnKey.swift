import Candles

/// What a column is: equal keys mean equal columns.
///
/// A name, the identities of the series it is made from, and the numbers that shape it.
package struct ColumnKey: Hashable, Sendable {
    private let name: String
    /// The first eight words in place, because an array costs more than all the rest of a look-up; the others behind.
    private var words = SIMD8<UInt64>()
    private var more: [UInt64] = []
    private var hash: UInt64

    package init(_ name: String, _ inputs: [Series], _ numbers: [Double]) {
        self.name = name
        hash = UInt64(inputs.count)
        var count = 0
        for input in inputs { add(input.identity.number, &count) }
        for number in numbers { add(number.bitPattern, &count) }
    }

    private mutating func add(_ word: UInt64, _ count: inout Int) {
        if count < 8 { words[count] = word } else { more.append(word) }
        count += 1
        // A step of splitmix64 a word is cheaper than Swift's hash of each.
        hash = (hash ^ word) &* 0xbf58_476d_1ce4_e5b9
        hash ^= hash >> 31
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    package static func == (left: ColumnKey, right: ColumnKey) -> Bool {
        left.hash == right.hash && left.words == right.words && left.name == right.name && left.more == right.more
    }
}
