import Glibc
import Testing

@testable import Search

@Suite struct RandomSamplerTests {
    private func values(_ dimension: Dimension, _ count: Int) throws -> [ParameterValue] {
        // A continuum beside it, so that no value has to differ from the others.
        let space = try SearchSpace([dimension, .real("~", 0, 1)])
        return try runAlone(try Study(settings(space, trials: count))).compactMap { $0.parameters[dimension.name] }
    }

    @Test func integersAreEven() throws {
        var counts: [ParameterValue: Int] = [:]
        for value in try values(.integer("n", 0, 9), 20_000) { counts[value, default: 0] += 1 }
        // 9 degrees of freedom: above 27.88 once in a thousand.
        let chiSquared = counts.values.reduce(0.0) { $0 + pow(Double($1) - 2000, 2) / 2000 }
        #expect(counts.count == 10 && chiSquared < 27.88)
    }

    @Test func logarithmicRealsAreEvenInTheirLogarithms() throws {
        var decades = [0, 0, 0, 0]
        for case .real(let value) in try values(.real("x", 1e-4, 1, isLogarithmic: true), 20_000) {
            decades[min(Int(floor(log10(value))) + 4, 3)] += 1
        }
        #expect(decades.allSatisfy { abs($0 - 5000) < 250 })
    }

    /// A whole number stands for the stretch up to the next: of 1 to 9 in logarithms from 1 to 10, Benford's law.
    @Test func logarithmicIntegersFollowBenford() throws {
        var counts = [Int](repeating: 0, count: 10)
        for case .integer(let value) in try values(.integer("n", 1, 9, isLogarithmic: true), 20_000) {
            counts[value] += 1
        }
        for digit in 1...9 {
            let expected = 20_000 * log10(1 + 1 / Double(digit))
            #expect(abs(Double(counts[digit]) - expected) < 4 * expected.squareRoot())
        }
    }

    @Test func stepsAndChoicesAreEven() throws {
        var counts: [ParameterValue: Int] = [:]
        for value in try values(.real("x", 0.1, 0.5, step: 0.1), 20_000) { counts[value, default: 0] += 1 }
        #expect(counts.count == 5 && counts.values.allSatisfy { abs($0 - 4000) < 250 })
        counts = [:]
        for value in try values(.choice("c", [.text("a"), .text("b")]), 20_000) { counts[value, default: 0] += 1 }
        #expect(counts.count == 2 && counts.values.allSatisfy { abs($0 - 10_000) < 400 })
    }

    @Test func theLastPointsOfALargeSpaceAreFound() throws {
        let study = try Study(settings(try crossingSpace(), trials: nil), constraint: { Constraint(allows: isOrdered) })
        let trials = try runAlone(study, batch: { 500 })
        // Of 56 times 221 pairs those with slow below or at fast: 1 + 2 + … + 41.
        #expect(trials.count == 56 * 221 - 41 * 42 / 2)
        #expect(Set(trials.map(\.parameters)).count == trials.count)
        #expect(study.state == .exhausted)
    }

    @Test func aSinglePointAmongAMillionIsFound() throws {
        let space = try SearchSpace([.integer("a", 1, 1000), .integer("b", 1, 1000)])
        let wanted = Parameters(["a": .integer(123), "b": .integer(456)])
        let study = try Study(settings(space), constraint: { Constraint { $0 == wanted } })
        #expect(try runAlone(study).map(\.parameters) == [wanted])
        #expect(study.state == .exhausted)
    }

    @Test func aContinuumOfThreeNumbersIsExhausted() throws {
        let space = try SearchSpace([.real("x", 1, 1.0.nextUp.nextUp)])
        let study = try Study(settings(space))
        #expect(try runAlone(study).count == 3)
        #expect(study.state == .exhausted)
    }

    /// What this seed proposes, as it has been since the first release: a change here changes every stored study.
    @Test func theFirstProposalsNeverChange() throws {
        let trials = try runAlone(try Study(settings(try mixedSpace(), seed: 7, trials: 3)))
        #expect(
            trials.map(\.parameters.description) == [
                "fast=47 side=long stop=0.03895543646861866 target=1.0",
                "fast=13 side=short stop=0.001829623721006861 target=0.3",
                "fast=7 side=both stop=0.0013107199515393253 target=0.65",
            ])
    }
}
