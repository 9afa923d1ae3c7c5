import Candles

/// Sums of the values of some candles for the line of least squares through them; the first stands at 0.
struct LineSums: WindowPart {
    private var count = 0.0
    private var sum = 0.0
    /// Each value times its place.
    private var ramp = 0.0
    private var squares = 0.0

    static var none: LineSums { LineSums() }

    private init() {}

    init(_ value: Double) {
        (count, sum, ramp, squares) = (1, value, 0, value * value)
    }

    @inline(__always)
    func followed(by later: LineSums) -> LineSums {
        var both = self
        both.count += later.count
        both.sum += later.sum
        both.ramp += later.ramp + count * later.sum
        both.squares += later.squares
        return both
    }

    /// The sum of the squared distances of the places from theirs in the middle.
    private var spread: Double { count * (count * count - 1) / 12 }

    var slope: Double { (ramp - sum * (count - 1) / 2) / spread }

    /// Where the line is at the first candle, and at the last.
    var start: Double { sum / count - slope * (count - 1) / 2 }
    var end: Double { sum / count + slope * (count - 1) / 2 }

    /// The sum of the squared distances of the values from their mean.
    var total: Double { max(0, squares - sum * sum / count) }

    /// What of `total` the line leaves over.
    var residual: Double { max(0, total - slope * slope * spread) }
}

extension Series {
    /// What `value` reads from the line through the last `period` values, which are counted from a value of the window.
    @inline(__always)
    func windowLines(_ period: Int, _ value: (_ line: LineSums, _ pivot: Double) -> Double) -> Series {
        let values = span
        return Series(count: count) { result in
            for stretch in Series.stretches(of: self) {
                Rolling.folds(
                    in: stretch, period: period, into: &result,
                    of: { index, pivot in LineSums(values[index] - values[pivot]) },
                    finish: { _, pivot, line in value(line, values[pivot]) })
            }
        }
    }
}
