import CColumns

/// Arithmetic on series that is not done yet.
///
/// A chain such as `(close - mean) / deviation` is worked out piece by piece, and a piece stays in the nearest cache
/// from the first operation to the last: no column is written for what stands between. The numbers are those of one
/// operation after the other, to the last bit.
package final class SeriesExpression: Sendable {
    package enum Operation: UInt64, Sendable {
        case add, subtract, multiply, divide
        /// The rest of a division rounded down: it has the sign of the divisor, as in Lua.
        case remainder
        /// Squares are products, as in Lua.
        case power
        /// Of the left operand, whatever the right one is.
        case negate
    }

    package enum Operand: Sendable {
        case series(Series)
        case number(Double)
        case expression(SeriesExpression)
    }

    package let operation: Operation
    package let left: Operand
    package let right: Operand

    /// How many candles.
    package let count: Int

    /// How many operations, those within its operands counted as often as they stand there.
    package let size: Int

    /// How many pieces must be kept while one is worked out, beside the result's.
    let roomCount: Int

    /// - Parameters: at least one of the operands is no number, and both are of one length if neither is.
    package init(_ operation: Operation, _ left: Operand, _ right: Operand) {
        guard let count = left.count ?? right.count else { preconditionFailure("arithmetic without a series") }
        precondition((right.count ?? count) == count, "series of unequal length")
        self.operation = operation
        self.left = left
        self.right = right
        self.count = count
        size = 1 + left.size + right.size
        if case .expression(let other) = right {
            roomCount = max(left.rooms, 1 + other.roomCount)
        } else {
            roomCount = left.rooms
        }
    }

    /// The values, without a tick.
    package var series: Series {
        Series(unfilled: count) { result in
            unsafe result.withUnsafeMutableBufferPointer { result in
                guard let start = result.baseAddress else { return }
                unsafe withRooms { rooms in
                    for piece in Series.pieces(count) { unsafe evaluate(piece, into: start + piece.lowerBound, rooms) }
                }
            }
        }
    }

    /// Lends `body` room for what stands between the operations.
    @unsafe private func withRooms(_ body: (UnsafeMutablePointer<Double>) -> Void) {
        unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: max(roomCount, 1) * Series.pieceLength) {
            room in
            guard let start = room.baseAddress else { return }
            unsafe body(start)
        }
    }

    /// Writes the values of a piece to `result`.
    @unsafe func evaluate(
        _ piece: Range<Int>, into result: UnsafeMutablePointer<Double>, _ rooms: UnsafeMutablePointer<Double>
    ) {
        let operation = columns_operation(UInt32(operation.rawValue))
        let first = unsafe left.values(piece, into: result, rooms)
        if case .number(let number) = right {
            unsafe columns_arithmetic_number(operation, first, number, piece.count, result)
        } else {
            let second = unsafe right.values(piece, into: rooms, rooms + Series.pieceLength)
            unsafe columns_arithmetic(operation, first, second, piece.count, result)
        }
    }
}

extension SeriesExpression.Operand {
    /// Nil of a number.
    var count: Int? {
        switch self {
        case .series(let series): series.count
        case .number: nil
        case .expression(let expression): expression.count
        }
    }

    fileprivate var size: Int {
        if case .expression(let expression) = self { expression.size } else { 0 }
    }

    fileprivate var rooms: Int {
        if case .expression(let expression) = self { expression.roomCount } else { 0 }
    }

    /// Where the values of a piece stand: in the series itself, or in `room` once they are worked out.
    @unsafe func values(
        _ piece: Range<Int>, into room: UnsafeMutablePointer<Double>, _ rooms: UnsafeMutablePointer<Double>
    ) -> UnsafePointer<Double> {
        switch self {
        case .series(let series):
            return unsafe series.values.start + piece.lowerBound
        case .number(let number):
            unsafe room.update(repeating: number, count: piece.count)
        case .expression(let expression):
            unsafe expression.evaluate(piece, into: room, rooms)
        }
        return unsafe UnsafePointer(room)
    }
}

extension Series {
    /// Candles of a piece: a few columns of so many stay in the nearest cache. Whole words of a mask.
    static let pieceLength = 1024

    static func pieces(_ count: Int) -> some Sequence<Range<Int>> {
        stride(from: 0, to: count, by: pieceLength).lazy.map { $0..<Swift.min($0 + pieceLength, count) }
    }
}
