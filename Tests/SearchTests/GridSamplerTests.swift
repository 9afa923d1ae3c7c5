import Testing

@testable import Search

@Suite struct GridSamplerTests {
    @Test func pointsComeInOrder() throws {
        let space = try SearchSpace([.integer("b", 1, 3), .choice("a", [.text("x"), .text("y")])])
        let trials = try runAlone(try Study(settings(space, sampler: "grid", trials: nil)))
        #expect(
            trials.map(\.parameters.description) == ["a=x b=1", "a=x b=2", "a=x b=3", "a=y b=1", "a=y b=2", "a=y b=3"])
    }

    @Test func refusedPointsArePassedOver() throws {
        let study = try Study(
            settings(try crossingSpace(), sampler: "grid", trials: nil), constraint: { Constraint(allows: isOrdered) })
        let trials = try runAlone(study, batch: { 999 })
        #expect(trials.count == 56 * 221 - 41 * 42 / 2)
        #expect(trials.first?.parameters.description == "fast=5 slow=20")
        #expect(trials.last?.parameters.description == "fast=60 slow=240")
    }

    @Test func aContinuumHasNoGrid() throws {
        let space = try mixedSpace()
        let error = #expect(throws: SearchError.self) { try Study(settings(space, sampler: "grid")) }
        #expect(error?.description == "stop: a grid needs a step for a real dimension, as in {step = 0.5}")
    }

    @Test func aHugeGridIsCountedAndWantsALimit() throws {
        let space = try SearchSpace([.integer("a", 1, 1_000_000), .integer("b", 1, 1_000_000)])
        let error = #expect(throws: SearchError.self) { try Study(settings(space, sampler: "grid", trials: nil)) }
        #expect(
            error?.description
                == "the grid has 1000000000000 points, above 10000000; limit the trials, or take larger steps")
        #expect(throws: SearchError.self) { try Study(settings(space, sampler: "grid", trials: .max)) }
        #expect(try runAlone(try Study(settings(space, sampler: "grid", trials: 5))).count == 5)
    }
}
