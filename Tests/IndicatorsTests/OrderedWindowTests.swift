import Candles
import Indicators
import TestSupport
import Testing

/// Indicators that look at the order of a window: short and long windows are worked through in different ways.
struct OrderedWindowTests {
    private static let values = makeValues()

    /// Many ties, zeros of both signs, runs that rise and fall, and a hole.
    private static func makeValues() -> [Double] {
        var random = SplitMix(state: 17)
        var values = (0..<2400).map { index -> Double in
            switch index / 300 % 4 {
            case 0: Double(Int.random(in: -3...3, using: &random))
            case 1: Double(index)
            case 2: Double(-index)
            default: Double.random(in: -1...1, using: &random)
            }
        }
        for index in stride(from: 5, to: 300, by: 7) { values[index] = -0.0 }
        values[1100] = .nan
        return values
    }

    /// What `value` says of each whole window, the oldest value first.
    private func plainly(_ period: Int, _ value: (_ end: Int, _ window: ArraySlice<Double>) -> Double) -> [Double] {
        Self.values.indices.map { end in
            guard end >= period - 1 else { return .nan }
            let window = Self.values[(end - period + 1)...end]
            return window.contains { $0.isNaN } ? .nan : value(end, window)
        }
    }

    private func check(
        _ indicator: Indicator, _ options: [Double], output: Int = 0, _ expected: [Double],
        _ location: SourceLocation = #_sourceLocation
    ) {
        let found = indicator([Series(Self.values)], options).numbers[output]
        let wrong = found.indices.first { found[$0] != expected[$0] && !(found[$0].isNaN && expected[$0].isNaN) }
        #expect(wrong == nil, "\(indicator.name) \(options)", sourceLocation: location)
    }

    @Test(arguments: [2, 3, 20, 255, 256, 257, 700]) func valuesOfARankAreThoseOfTheSortedWindow(_ period: Int) {
        check(
            .median, [Double(period)],
            plainly(period) { _, window in
                let sorted = window.sorted()
                return (sorted[(period - 1) / 2] + sorted[period / 2]) / 2
            })
        check(.percentile, [Double(period), 100], plainly(period) { _, window in window.max() ?? .nan })
        check(.percentile, [Double(period), 0], plainly(period) { _, window in window.min() ?? .nan })
    }

    @Test(arguments: [2, 20, 47, 48, 49, 700]) func standingsCountTheOthers(_ period: Int) {
        check(
            .rank, [Double(period)],
            plainly(period) { end, window in
                let (below, equal) = window.reduce((0, 0)) { counts, value in
                    (counts.0 + (value < Self.values[end] ? 1 : 0), counts.1 + (value == Self.values[end] ? 1 : 0))
                }
                return (Double(below) + Double(equal + 1) / 2) / Double(period)
            })
        check(
            .percentrank, [Double(period)],
            plainly(period + 1) { end, window in
                Double(window.count { $0 < Self.values[end] }) / Double(period) * 100
            })
    }

    /// The rule of TA-Lib, followed from candle to candle.
    @Test(arguments: [2, 30, 127, 128, 129, 600]) func placesOfExtremesFollowTALibsRule(_ period: Int) {
        func places(_ beats: (Double, Double) -> Bool) -> [Double] {
            var best = 0
            return Self.values.indices.map { index in
                let values = Self.values
                guard !values[index].isNaN else {
                    best = index + 1
                    return .nan
                }
                let first = max((values[..<index].lastIndex { $0.isNaN } ?? -1) + 1, index - period + 1)
                if best < first {
                    best = first
                    for later in first...index where beats(values[later], values[best]) { best = later }
                } else if !beats(values[best], values[index]) {
                    best = index
                }
                return index - first == period - 1 ? Double(best) : .nan
            }
        }
        let (lowest, highest) = (places(<), places(>))
        check(.maximumIndex, [Double(period)], highest)
        check(.minimumIndex, [Double(period)], lowest)
        check(.extremeIndices, [Double(period)], output: 0, lowest)
        check(.extremeIndices, [Double(period)], output: 1, highest)
    }
}
