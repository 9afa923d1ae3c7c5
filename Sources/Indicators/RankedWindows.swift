import Candles

/// Windows whose values matter by their order. Short ones are worked through candle by candle, in steps so simple that
/// they cost less than the tree of `SortedWindow`; only long ones are worth it.
extension Series {
    /// What `value` makes of two values among the last `period` in their order: that of rank `low`, the smallest from 0 on,
    /// and that of rank `high`. NaN until there are as many.
    @inline(__always)
    func ranked(_ period: Int, _ low: Int, _ high: Int, _ value: (_ low: Double, _ high: Double) -> Double) -> Series {
        .filled(along: [self], warmup: period - 1) { stretch, result in
            guard period <= 256 else {
                return sortedWindows(period, in: stretch, into: &result) { window, _ in
                    let found = window.value(rank: low)
                    return value(found, low == high ? found : window.value(rank: high))
                }
            }
            let values = span
            var window = OrderedValues(values, stretch.prefix(period))
            let first = stretch.lowerBound + period - 1
            result[first] = value(window[low], window[high])
            for index in stretch.dropFirst(period) {
                unsafe window.replace(values[unchecked: index - period], by: values[unchecked: index])
                unsafe result[unchecked: index] = value(window[low], window[high])
            }
        }
    }

    /// What `value` makes of how many of the last `period` values are below the present one and how many equal to it, itself
    /// among them. NaN until there are as many.
    @inline(__always)
    func standings(_ period: Int, _ value: (_ below: Int, _ equal: Int) -> Double) -> Series {
        .filled(along: [self], warmup: period - 1) { stretch, result in
            guard period <= 48 else {
                return sortedWindows(period, in: stretch, into: &result) { window, index in
                    let (below, equal) = window.standing(of: index)
                    return value(below, equal)
                }
            }
            let values = span
            for index in stretch.dropFirst(period - 1) {
                let present = unsafe values[unchecked: index]
                var (below, equal) = (0, 0)
                for other in (index - period + 1)...index {
                    let other = unsafe values[unchecked: other]
                    below &+= other < present ? 1 : 0
                    equal &+= other == present ? 1 : 0
                }
                unsafe result[unchecked: index] = value(below, equal)
            }
        }
    }
}

/// The values of a short window, the smallest first.
private struct OrderedValues {
    private var values: [Double]

    init(_ values: Span<Double>, _ range: Range<Int>) {
        // 0 is added so that -0 becomes 0: the order of the two would be that of their coming.
        self.values = range.map { values[$0] + 0 }.sorted()
    }

    subscript(rank: Int) -> Double { values[rank] }

    /// Puts `new` where it belongs in place of `old`, one of the values; those between the two move up by one.
    @inline(__always)
    mutating func replace(_ old: Double, by new: Double) {
        var place = self.place(of: old)
        let (last, new) = (values.count - 1, new + 0)
        var room = values.mutableSpan
        while place < last, unsafe room[unchecked: place + 1] < new {
            unsafe room[unchecked: place] = room[unchecked: place + 1]
            place += 1
        }
        while place > 0, unsafe room[unchecked: place - 1] > new {
            unsafe room[unchecked: place] = room[unchecked: place - 1]
            place -= 1
        }
        unsafe room[unchecked: place] = new
    }

    /// The first place of a value, by halves and without a branch.
    @inline(__always)
    private func place(of value: Double) -> Int {
        let values = values.span
        var (start, count) = (0, values.count)
        while count > 1 {
            let half = count / 2
            start &+= unsafe values[unchecked: start + half - 1] < value ? half : 0
            count -= half
        }
        return start
    }
}
