/// Candles by the thousand, for indicators of several steps: what one step writes is still in the nearest cache when
/// the next one reads it. A multiple of 4, so that smoothing in pieces gives the bits of smoothing at once.
struct Pieces: Sequence {
    static let length = 1024

    let range: Range<Int>

    init(of range: Range<Int>) { self.range = range }

    func makeIterator() -> Iterator { Iterator(rest: range) }

    struct Iterator: IteratorProtocol {
        fileprivate var rest: Range<Int>

        mutating func next() -> Range<Int>? {
            guard !rest.isEmpty else { return nil }
            let piece = rest.prefix(Pieces.length)
            rest = piece.upperBound..<rest.upperBound
            return piece
        }
    }

    /// Room for a number of each candle of a piece.
    static var room: [Double] { [Double](repeating: 0, count: length) }
}
