import Testing

@testable import Search

@Suite struct RandomStreamTests {
    /// Known answers of Random123 1.14, examples/kat_vectors, "philox4x32 10".
    @Test func philoxGivesTheKnownAnswers() {
        #expect(
            RandomStream.philox(SIMD4(0, 0, 0, 0), key: SIMD2(0, 0))
                == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
        #expect(
            RandomStream.philox(SIMD4(repeating: .max), key: SIMD2(repeating: .max))
                == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
        #expect(
            RandomStream.philox(
                SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), key: SIMD2(0xa409_3822, 0x299f_31d0))
                == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
    }

    @Test func eachTrialHasAStreamAndASeedOfItsOwn() {
        var firsts: Set<UInt64> = []
        for seed in 0..<10 as Range<UInt64> {
            for number in 0..<1000 {
                var stream = Seed(seed).stream(number)
                firsts.insert(stream.next())
                firsts.insert(Seed(seed).trial(number).value)
            }
        }
        #expect(firsts.count == 20_000)
        var (one, other) = (Seed(3).stream(7), Seed(3).stream(7))
        #expect((0..<100).allSatisfy { _ in one.next() == other.next() })
    }

    /// Chi-squared over 7 cells, 6 degrees of freedom: above 22.46 once in a thousand.
    @Test func boundedNumbersAreEven() {
        var random = Seed(11).stream(0)
        var cells = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { cells[random.below(7)] += 1 }
        let chiSquared = cells.reduce(0.0) { $0 + (Double($1) - 10_000) * (Double($1) - 10_000) / 10_000 }
        #expect(chiSquared < 22.46)
        #expect((0..<100).allSatisfy { _ in random.below(1) == 0 })
        #expect((0..<100).allSatisfy { _ in (0..<Int.max).contains(random.below(.max)) })
    }

    @Test func unitNumbersStayBelowOne() {
        var random = Seed(12).stream(0)
        let numbers = (0..<50_000).map { _ in random.unit() }
        #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
        #expect(abs(numbers.reduce(0, +) / 50_000 - 0.5) < 0.005)
    }
}
