import Candles

/// What a column is: equal keys mean equal columns.
///
/// A name, the identities of the series it is made from, and the numbers that shape it.
package struct ColumnKey: Equatable, Sendable {
    private let name: String
    /// The first eight words in place, because an array costs more than all the rest of a look-up; the others behind.
    private var words = SIMD8<UInt64>()
    private var more: [UInt64] = []
    /// Of the words, well mixed.
    private(set) var hash: UInt64
    private var count = 0

    package init(_ name: String, _ inputs: [Series], _ numbers: [Double]) {
        self.name = name
        hash = UInt64(inputs.count) | UInt64(name.utf8.count) << 32
        for input in inputs { add(input.identity.number) }
        for number in numbers { add(number.bitPattern) }
    }

    /// Arithmetic on series, by its operations and what they work on.
    package init(_ expression: SeriesExpression) {
        name = "arithmetic"
        hash = UInt64(expression.size)
        add(expression)
    }

    private mutating func add(_ expression: SeriesExpression) {
        add(expression.operation.rawValue << 4 | kind(expression.left) << 2 | kind(expression.right))
        add(expression.left)
        add(expression.right)
    }

    private mutating func add(_ operand: SeriesExpression.Operand) {
        switch operand {
        case .series(let series): add(series.identity.number)
        case .number(let number): add(number.bitPattern)
        case .expression(let expression): add(expression)
        }
    }

    private func kind(_ operand: SeriesExpression.Operand) -> UInt64 {
        switch operand {
        case .series: 0
        case .number: 1
        case .expression: 2
        }
    }

    private mutating func add(_ word: UInt64) {
        if count < 8 { words[count] = word } else { more.append(word) }
        count += 1
        // A step of splitmix64 a word is cheaper than Swift's hash of each.
        hash = (hash ^ word) &* 0xbf58_476d_1ce4_e5b9
        hash ^= hash >> 31
    }

    package static func == (left: ColumnKey, right: ColumnKey) -> Bool {
        left.hash == right.hash && left.words == right.words && left.name == right.name && left.more == right.more
    }
}
