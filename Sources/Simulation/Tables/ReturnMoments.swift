/// Sums over returns: all that mean, deviation and downside deviation need.
struct ReturnMoments: Hashable, Sendable {
    var sum = 0.0
    var squares = 0.0
    /// Squares of the negative returns alone.
    var negativeSquares = 0.0

    mutating func add(_ value: Double) {
        let square = value * value
        sum += value
        squares += square
        negativeSquares += value < 0 ? square : 0
    }

    static func - (left: ReturnMoments, right: ReturnMoments) -> ReturnMoments {
        ReturnMoments(
            sum: left.sum - right.sum, squares: left.squares - right.squares,
            negativeSquares: left.negativeSquares - right.negativeSquares)
    }

    static func + (left: ReturnMoments, right: ReturnMoments) -> ReturnMoments {
        ReturnMoments(
            sum: left.sum + right.sum, squares: left.squares + right.squares,
            negativeSquares: left.negativeSquares + right.negativeSquares)
    }

    /// The same sums over very many returns, with what rounding took away kept beside them (Neumaier, 1974).
    struct Compensated {
        private var kept = ReturnMoments()
        private var lost = ReturnMoments()

        var moments: ReturnMoments { kept + lost }

        mutating func add(_ value: Double) {
            let square = value * value
            Self.add(value, &kept.sum, &lost.sum)
            Self.add(square, &kept.squares, &lost.squares)
            Self.add(value < 0 ? square : 0, &kept.negativeSquares, &lost.negativeSquares)
        }

        private static func add(_ value: Double, _ kept: inout Double, _ lost: inout Double) {
            let sum = kept + value
            lost += kept.magnitude >= value.magnitude ? (kept - sum) + value : (value - sum) + kept
            kept = sum
        }
    }
}
