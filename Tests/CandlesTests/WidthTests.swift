import CColumns
import Testing

@testable import Candles

/// Loops that are built for several widths of vector give the same bits in each that this processor has.
@Suite(.serialized) struct WidthTests {
    static let widths = [COLUMNS_BASELINE, COLUMNS_AVX2, COLUMNS_AVX512].filter { columns_has_width($0) }

    /// What `work` gives with each width.
    private func results<Result>(_ work: () -> Result) -> [Result] {
        let chosen = columns_width_in_use()
        defer { columns_use_width(chosen) }
        return Self.widths.map { width in
            columns_use_width(width)
            return work()
        }
    }

    private func numbers(_ count: Int, seed: UInt64, missing: Bool = true) -> [Double] {
        var random = RandomStream(seed: seed)
        return (0..<count).map { _ in
            let bits = random.next()
            return missing && bits % 17 == 0 ? .nan : Double(bits % 100_000) / 100
        }
    }

    @Test func theWidestIsChosen() {
        #expect(columns_width_in_use() == Self.widths.last)
        #expect(Self.widths.first == COLUMNS_BASELINE)
    }

    @Test(arguments: [0, 1, 3, 17, 63, 64, 65, 1000, 4099])
    func comparingAndArithmeticGiveTheSameBits(count: Int) {
        let (a, b) = (Series(numbers(count, seed: 1)), Series(numbers(count, seed: 2)))
        let masks = results {
            [
                Mask.above(a, b), .atLeast(a, b), .crossover(a, b), .above(a, 500), .atLeast(a, 500), .below(a, 500),
                .atMost(a, 500),
            ].map { $0.words.array() }
        }
        let columns = results {
            [a + b, a - b, a * b, a / b, a % b, .power(a, 0.5), -a, a + 3, a / 3].map { series in
                series.array().map { $0.isNaN ? 0 : $0.bitPattern }
            }
        }
        for other in masks { #expect(other == masks[0]) }
        for other in columns { #expect(other == columns[0]) }
    }

    @Test(arguments: [1, 2, 20, 255, 1000])
    func meansGiveTheSameBits(period: Int) {
        let values = numbers(3001, seed: 3, missing: false)
        let means = results { () -> [[UInt64]] in
            var sums = [Int64](repeating: 0, count: values.count + 1)
            columns_whole_sums(values, values.count, 100, &sums)
            var (whole, kept, exact) = (values, values, values)
            columns_whole_means(values, values.count, period, 100, &whole)
            columns_means_of_sums(sums, values.count, period, 100, &kept)
            columns_exact_means(values, values.count, period, &exact)
            return [whole, kept, exact].map { $0.prefix(values.count - period + 1).map(\.bitPattern) }
        }
        for other in means { #expect(other == means[0]) }
        // From the sums that a series keeps, or without them: whole numbers, the same to the last bit.
        #expect(means[0][0] == means[0][1])
    }

    @Test(arguments: [1, 2, 3, 20, 64, 255, 511, 512])
    func windowsAndMovesGiveTheSameBits(period: Int) {
        let values = numbers(2077, seed: 4, missing: false)
        let (others, count) = (numbers(2077, seed: 5, missing: false), values.count)
        let columns = results { () -> [[UInt64]] in
            var columns = [[Double]](repeating: values, count: 6)
            columns_whole_deviations(values, count, period, 100, &columns[0])
            columns_true_ranges(values, others, values, count - 1, &columns[1])
            var (ups, downs) = (values, values)
            columns_gains_and_losses(values, count - 1, &ups, &downs)
            (columns[2], columns[3]) = (ups, downs)
            columns_outward_moves(values, others, count - 1, &ups, &downs)
            (columns[4], columns[5]) = (ups, downs)
            return columns.map { $0.map(\.bitPattern) }
        }
        for other in columns { #expect(other == columns[0]) }
    }

    @Test(arguments: [0, 1, 4, 7, 1025])
    func smoothingTwoAtOnceGivesTheBitsOfEach(count: Int) {
        let (one, other) = (numbers(count, seed: 6, missing: false), numbers(count, seed: 7, missing: false))
        for (first, second) in [(0.1, 0.3), (1, 0.3), (0.1, 1)] {
            var (ones, others, apart) = (one, other, [one, other])
            let last = [
                columns_smooth(one, count, first, 500, &apart[0]), columns_smooth(other, count, second, 400, &apart[1]),
            ]
            unsafe ones.withUnsafeMutableBufferPointer { ones in
                unsafe others.withUnsafeMutableBufferPointer { others in
                    guard let ones = ones.baseAddress, let others = others.baseAddress else { return }
                    var left = unsafe columns_smoothing(x: ones, means: ones, weight: first, mean: 500)
                    var right = unsafe columns_smoothing(x: others, means: others, weight: second, mean: 400)
                    unsafe columns_smooth_both(&left, &right, count)
                    #expect([left.mean, right.mean] == last)
                }
            }
            #expect([ones, others] == apart)
        }
    }

    /// What stands still stays, to the last bit, whatever the weight.
    @Test func smoothingKeepsWhatStandsStill() {
        for value in [0.1, 1.0 / 3, 31_234.57, 1e-9] {
            for weight in [2.0 / 21, 1.0 / 14, 0.3, 0.999] {
                let still = [Double](repeating: value, count: 101)
                var means = still
                #expect(columns_smooth(still, still.count, weight, value, &means) == value && means == still)
            }
        }
    }
}
