import Search
import Testing

@Suite struct SearchSpaceTests {
    @Test func dimensionsAreOrderedByNameAndTheLastIsFastest() throws {
        let space = try SearchSpace([.integer("slow", 20, 22), .integer("fast", 5, 6)])
        #expect(space.count == 6)
        #expect(
            (0..<6).map { space.parameters(at: $0).description } == [
                "fast=5 slow=20", "fast=5 slow=21", "fast=5 slow=22", "fast=6 slow=20", "fast=6 slow=21",
                "fast=6 slow=22",
            ])
        #expect((0..<6).allSatisfy { space.index(of: space.parameters(at: $0)) == $0 })
        #expect(space.defaults.description == "fast=5 slow=21")
    }

    @Test func aNameGivenTwiceIsRefused() {
        #expect(throws: SearchError.duplicateName("n")) {
            try SearchSpace([.integer("n", 1, 2), .integer("m", 1, 2), .real("n", 0, 1)])
        }
    }

    @Test func pointsAreCountedUnlessThereIsAContinuum() throws {
        #expect(SearchSpace.empty.count == 1)
        #expect(SearchSpace.empty.parameters(at: 0) == .none)
        #expect(try SearchSpace([.integer("n", 1, 10), .real("x", 0, 1)]).count == nil)
        let huge = try ["a", "b", "c"].map { try Dimension.integer($0, 1, 1 << 40) }
        #expect(try SearchSpace(huge).count == .max)
    }

    @Test func changesAreAdmittedOneByOne() throws {
        let space = try SearchSpace([.integer("fast", 5, 60), .real("stop", 0, 1)])
        let changed = try space.admitting(["fast": .real(10), "stop": .integer(1)], to: space.defaults)
        #expect(changed.description == "fast=10 stop=1.0")
        #expect(space.contains(changed))
        let error = #expect(throws: SearchError.self) { try space.admitting(["quick": .integer(1)], to: .none) }
        #expect(error?.description == "there is no parameter quick; there are fast, stop")
    }
}
