import Candles

/// What is kept of some candles in a row, such that that of a longer row follows from its two parts.
protocol WindowPart {
    /// That of no candle.
    static var none: Self { get }
    /// That of these candles and the ones `later`, which follow upon them.
    func followed(by later: Self) -> Self
}

extension Rolling {
    /// What a window that moves along `stretch` keeps of its candles, and what `finish` makes of it for the last one.
    ///
    /// Blocks of `period` candles cut each window in two: the end of one block and the beginning of the next. Nothing
    /// is ever taken away, so no error outlives its window, at three steps a candle whatever the period.
    /// - Parameters:
    ///   - part: what is kept of one candle. `pivot` is a candle that belongs to every window it is put into, to
    ///     measure from: differences within a window are small, and exactly 0 where nothing moves.
    ///   - finish: the result for the window that ends at `index`.
    @inline(__always)
    static func folds<Part: WindowPart>(
        in stretch: Range<Int>, period: Int, into result: inout MutableSpan<Double>,
        of part: (_ index: Int, _ pivot: Int) -> Part,
        finish: (_ index: Int, _ pivot: Int, _ window: Part) -> Double
    ) {
        precondition(stretch.upperBound <= result.count)
        windows(in: stretch, period: period, of: part) { index, pivot, window in
            unsafe result[unchecked: index] = finish(index, pivot, window)
        }
    }

    /// The same for results of any kind: calls `body` for each full window, and asks for parts of `stretch` alone.
    @inline(__always)
    static func windows<Part: WindowPart>(
        in stretch: Range<Int>, period: Int, of part: (_ index: Int, _ pivot: Int) -> Part,
        _ body: (_ index: Int, _ pivot: Int, _ window: Part) -> Void
    ) {
        guard stretch.count >= period else { return }
        // Behind offset k of the block before: its candles from k on.
        var room = [Part](repeating: .none, count: period + 1)
        var tails = room.mutableSpan
        for block in stride(from: stretch.lowerBound, to: stretch.upperBound, by: period) {
            if block > stretch.lowerBound {
                var tail = Part.none
                for offset in (1..<period).reversed() {
                    tail = part(block - period + offset, block).followed(by: tail)
                    unsafe tails[unchecked: offset] = tail
                }
            }
            var head = Part.none
            for offset in 0..<min(period, stretch.upperBound - block) {
                let index = block + offset
                head = head.followed(by: part(index, block))
                if index < stretch.lowerBound + period - 1 { continue }
                body(index, block, unsafe tails[unchecked: offset + 1].followed(by: head))
            }
        }
    }
}

/// A sum for each lane.
struct LaneSums<Lanes: SIMD>: WindowPart where Lanes.Scalar == Double {
    var lanes: Lanes

    init(_ lanes: Lanes) { self.lanes = lanes }

    static var none: LaneSums { LaneSums(Lanes()) }

    @inline(__always)
    func followed(by later: LaneSums) -> LaneSums { LaneSums(lanes + later.lanes) }

    subscript(lane: Int) -> Double { lanes[lane] }
}
