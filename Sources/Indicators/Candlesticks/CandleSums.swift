/// The columns of candles that patterns read.
struct CandleColumns: ~Escapable {
    let opens: Span<Double>
    let highs: Span<Double>
    let lows: Span<Double>
    let closes: Span<Double>

    @_lifetime(copy opens, copy highs, copy lows, copy closes)
    init(opens: Span<Double>, highs: Span<Double>, lows: Span<Double>, closes: Span<Double>) {
        (self.opens, self.highs, self.lows, self.closes) = (opens, highs, lows, closes)
    }
}

/// The sums behind the measures of a pattern, a block of candles at a time, so that they stay near the processor.
///
/// They run on from candle to candle in the order of TA-Lib, newest less oldest: a body that ties with its average so
/// falls to the same side as there, where rounding decides.
struct CandleSums {
    static let blockCount = 256

    /// A row of `blockCount` for each slot; those that no measure needs are NaN.
    private(set) var values: [Double]
    private let sums: [CandleSum]
    private var totals: [Double]

    init(_ sums: [CandleSum]) {
        self.sums = sums
        totals = sums.map { _ in 0 }
        let slots = (sums.map(\.slot).max() ?? -1) + 1
        values = [Double](repeating: .nan, count: slots * Self.blockCount)
    }

    /// The sums at `first`, a candle with enough others before it.
    mutating func begin(at first: Int, _ candles: CandleColumns) {
        for place in sums.indices {
            let sum = sums[place]
            totals[place] = 0
            for index in (first - sum.back - sum.period)..<(first - sum.back) {
                totals[place] += candles.size(sum.part, index)
            }
        }
    }

    /// The sums of each candle of `block`, which follows the block before; they lie at the candle's place in its block.
    mutating func advance(through block: Range<Int>, _ candles: CandleColumns) {
        for place in sums.indices {
            let sum = sums[place]
            switch sum.part {
            case .body: run(place, sum, block) { candles.body($0) }
            case .range: run(place, sum, block) { candles.range($0) }
            case .shadows: run(place, sum, block) { candles.shadows($0) }
            }
        }
    }

    @inline(__always)
    private mutating func run(_ place: Int, _ sum: CandleSum, _ block: Range<Int>, _ size: (Int) -> Double) {
        var total = totals[place]
        var rows = values.mutableSpan
        let row = sum.slot * Self.blockCount
        for index in block {
            rows[row + index % Self.blockCount] = total
            total += size(index - sum.back) - size(index - sum.back - sum.period)
        }
        totals[place] = total
    }
}

extension CandleColumns {
    @inline(__always) func body(_ index: Int) -> Double { (closes[index] - opens[index]).magnitude }
    @inline(__always) func range(_ index: Int) -> Double { highs[index] - lows[index] }
    @inline(__always) func shadows(_ index: Int) -> Double {
        (highs[index] - max(opens[index], closes[index])) + (min(opens[index], closes[index]) - lows[index])
    }

    @inline(__always)
    func size(_ part: CandleMeasure.Part, _ index: Int) -> Double {
        switch part {
        case .body: body(index)
        case .range: range(index)
        case .shadows: shadows(index)
        }
    }
}
