import Candles

/// The values of a window in their order, whatever its length: counts in a Fenwick tree over the values that come up
/// in a piece of the series (Fenwick, Software: Practice and Experience 24, 1994).
struct SortedWindow {
    /// The different values of the piece, from the smallest on.
    private let levels: [Double]
    /// Of each candle of the piece: the place of its value among `levels`, from 1.
    private let places: [Int]
    private let start: Int
    private var tree: [Int]
    private let largestStep: Int

    init(_ values: Span<Double>, _ piece: Range<Int>) {
        start = piece.lowerBound
        // 0 is added so that -0 becomes 0: which of the two stood first would tell of candles ahead.
        let own = piece.map { values[$0] + 0 }
        var levels: [Double] = []
        levels.reserveCapacity(own.count)
        for value in own.sorted() where levels.last != value { levels.append(value) }
        self.levels = levels
        places = own.map { value in
            var (low, high) = (0, levels.count)
            while low < high {
                let middle = (low + high) / 2
                if levels[middle] < value { low = middle + 1 } else { high = middle }
            }
            return low + 1
        }
        tree = [Int](repeating: 0, count: levels.count + 1)
        largestStep = levels.isEmpty ? 0 : 1 << (Int.bitWidth - 1 - levels.count.leadingZeroBitCount)
    }

    mutating func add(_ candle: Int) { count(candle, 1) }
    mutating func remove(_ candle: Int) { count(candle, -1) }

    private mutating func count(_ candle: Int, _ change: Int) {
        var place = places[candle - start]
        while place < tree.count {
            tree[place] += change
            place += place & -place
        }
    }

    /// The value of this rank, the smallest from 0 on.
    func value(rank: Int) -> Double {
        var (place, left, step) = (0, rank, largestStep)
        while step > 0 {
            if place + step < tree.count, tree[place + step] <= left {
                place += step
                left -= tree[place]
            }
            step /= 2
        }
        return levels[place]
    }

    /// How many values of the window are below that of `candle`, and how many are equal to it.
    func standing(of candle: Int) -> (below: Int, equal: Int) {
        let place = places[candle - start]
        let below = countUp(to: place - 1)
        return (below, countUp(to: place) - below)
    }

    private func countUp(to place: Int) -> Int {
        var (place, sum) = (place, 0)
        while place > 0 {
            sum += tree[place]
            place -= place & -place
        }
        return sum
    }
}

extension Series {
    /// What `value` reads from windows of `period` values in their order, on the candle at which each ends.
    @inline(__always)
    func sortedWindows(
        _ period: Int, in stretch: Range<Int>, into result: inout MutableSpan<Double>,
        _ value: (_ window: SortedWindow, _ index: Int) -> Double
    ) {
        // Pieces: sorting each costs a candle the logarithm of the period, not of the whole length.
        for first in stride(from: stretch.lowerBound + period - 1, to: stretch.upperBound, by: max(period, 256)) {
            let end = min(first + max(period, 256), stretch.upperBound)
            var window = SortedWindow(span, (first - period + 1)..<end)
            for index in (first - period + 1)..<first { window.add(index) }
            for index in first..<end {
                window.add(index)
                result[index] = value(window, index)
                window.remove(index - period + 1)
            }
        }
    }
}
