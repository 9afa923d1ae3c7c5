import CColumns

extension Mask {
    /// What a comparison says yes to.
    package enum Comparison: Sendable {
        case above, atLeast, below, atMost
    }

    /// Where `left` compares so with `right`. Arithmetic is worked out piece by piece and compared there, without a
    /// column of its numbers.
    package init(_ left: SeriesExpression.Operand, _ comparison: Comparison, _ right: SeriesExpression.Operand) {
        switch (left, right) {
        case (.series(let left), .series(let right)): self = comparison.mask(left, right)
        case (.series(let left), .number(let level)): self = comparison.mask(left, level)
        default: self = Self.inPieces(left, comparison, right)
        }
    }

    private static func inPieces(
        _ left: SeriesExpression.Operand, _ comparison: Comparison, _ right: SeriesExpression.Operand
    ) -> Mask {
        guard let count = left.count ?? right.count else { preconditionFailure("a comparison without a series") }
        precondition((right.count ?? count) == count, "series of unequal length")
        return Mask(count: count) { words in
            unsafe words.withUnsafeMutableBufferPointer { words in
                guard let words = words.baseAddress else { return }
                unsafe left.withRooms { leftRooms in
                    unsafe right.withRooms { rightRooms in
                        for piece in Series.pieces(count) {
                            let first = unsafe left.values(piece, into: leftRooms, leftRooms + Series.pieceLength)
                            let second = unsafe right.values(piece, into: rightRooms, rightRooms + Series.pieceLength)
                            unsafe comparison.compare(first, second, piece.count, words + piece.lowerBound / 64)
                        }
                    }
                }
            }
        }
    }
}

extension SeriesExpression.Operand {
    /// Room for a piece of the operand, and for what stands between its operations behind that.
    @unsafe fileprivate func withRooms(_ body: (UnsafeMutablePointer<Double>) -> Void) {
        let pieces = if case .expression(let expression) = self { 1 + expression.roomCount } else { 1 }
        unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: pieces * Series.pieceLength) { room in
            guard let start = room.baseAddress else { return }
            unsafe body(start)
        }
    }
}

extension Mask.Comparison {
    fileprivate func mask(_ left: Series, _ right: Series) -> Mask {
        switch self {
        case .above: .above(left, right)
        case .atLeast: .atLeast(left, right)
        case .below: .below(left, right)
        case .atMost: .atMost(left, right)
        }
    }

    fileprivate func mask(_ left: Series, _ level: Double) -> Mask {
        switch self {
        case .above: .above(left, level)
        case .atLeast: .atLeast(left, level)
        case .below: .below(left, level)
        case .atMost: .atMost(left, level)
        }
    }

    @unsafe fileprivate func compare(
        _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>, _ count: Int,
        _ words: UnsafeMutablePointer<UInt64>
    ) {
        switch self {
        case .above: unsafe columns_greater(left, right, count, words)
        case .atLeast: unsafe columns_at_least(left, right, count, words)
        case .below: unsafe columns_greater(right, left, count, words)
        case .atMost: unsafe columns_at_least(right, left, count, words)
        }
    }
}
