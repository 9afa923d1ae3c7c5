import Candles

extension Series {
    /// The stretches of candles on which each of `columns` has a finite number, oldest first.
    ///
    /// Windows and recursions run inside one stretch: what is missing never reaches the values behind it.
    static func stretches(of columns: Series...) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        var start = 0
        let count = columns[0].count
        while start < count {
            let end = columns.map { $0.firstGap(from: start, to: count) }.min() ?? count
            if end > start { stretches.append(start..<end) }
            start = end + 1
        }
        return stretches
    }

    private func firstGap(from start: Int, to end: Int) -> Int {
        let span = span
        var index = start
        // x - x is 0 for a finite x and NaN for all others.
        while index < end, span[index] - span[index] == 0 { index += 1 }
        return index
    }
}
