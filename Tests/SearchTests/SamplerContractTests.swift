import Testing

@testable import Search

/// What holds for every sampler in the catalog, whatever it does.
@Suite struct SamplerContractTests {
    static let names = SamplerCatalog.all.map(\.name)

    /// A space that every sampler can walk.
    private func space() throws -> SearchSpace {
        try SearchSpace([
            .integer("fast", 5, 60), .integer("slow", 20, 240, step: 5, isLogarithmic: true),
            .real("stop", 0.01, 0.1, step: 0.01), .choice("side", [.text("long"), .text("both")]),
        ])
    }

    private func proposals(
        _ name: String, seed: UInt64 = 1, trials: Int? = 300, space: SearchSpace? = nil,
        constraint: ConstraintMaker? = nil, batch: () -> Int = { 7 }
    ) throws -> [Trial] {
        let settings = settings(try space ?? self.space(), sampler: name, seed: seed, trials: trials)
        return try runAlone(try Study(settings, constraint: constraint), batch: batch)
    }

    @Test(arguments: names)
    func everyProposalIsInTheSpace(name: String) throws {
        let space = try space()
        let trials = try proposals(name)
        #expect(trials.count == 300)
        #expect(trials.allSatisfy { space.contains($0.parameters) && space.index(of: $0.parameters) != nil })
        #expect(trials.map(\.number) == Array(0..<300))
    }

    @Test(arguments: names)
    func theSameSeedGivesTheSameTrialsInBatchesOfAnySize(name: String) throws {
        let expected = table(try proposals(name, batch: { 1 }))
        #expect(table(try proposals(name, batch: { 300 })) == expected)
        #expect(table(try proposals(name, batch: { Int.random(in: 1...40) })) == expected)
    }

    @Test(arguments: names)
    func noPointIsProposedTwice(name: String) throws {
        let trials = try proposals(name)
        #expect(Set(trials.map(\.parameters)).count == trials.count)
    }

    @Test(arguments: names)
    func aFiniteSpaceIsCoveredAndThenEnds(name: String) throws {
        let space = try SearchSpace([.integer("a", 1, 13), .choice("b", [.text("x"), .text("y")])])
        let study = try Study(settings(space, sampler: name, trials: 1000))
        let trials = try runAlone(study)
        #expect(Set(trials.map(\.parameters)).count == 26)
        #expect(trials.count == 26)
        #expect(study.state == .exhausted)
        #expect(study.total == 26)
    }

    @Test(arguments: names)
    func aSpaceWithoutDimensionsIsOneTrial(name: String) throws {
        let study = try Study(settings(.empty, sampler: name))
        let trials = try runAlone(study)
        #expect(trials.map(\.parameters) == [.none])
        #expect(study.state == .exhausted)
    }

    @Test(arguments: names)
    func everyProposalSatisfiesTheConstraint(name: String) throws {
        let trials = try proposals(name, space: crossingSpace(), constraint: { Constraint(allows: isOrdered) })
        #expect(trials.count == 300)
        #expect(try trials.allSatisfy { try isOrdered($0.parameters) })
    }

    @Test(arguments: names)
    func aConstraintThatNothingSatisfiesIsAnError(name: String) throws {
        let error = #expect(throws: SearchError.self) {
            _ = try proposals(name, constraint: { Constraint { _ in false } })
        }
        guard case .constraintNeverSatisfied = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: names)
    func aFaultOfTheConstraintComesOut(name: String) throws {
        #expect(throws: TestFault(text: "where")) {
            _ = try proposals(name, constraint: { Constraint { _ in throw TestFault(text: "where") } })
        }
    }

    @Test(arguments: names)
    func aResumeAfterAnyCutGivesTheSameTrials(name: String) throws {
        let settings = settings(
            try SearchSpace([.integer("a", 1, 12), .integer("b", 1, 12)]), sampler: name, trials: nil)
        let constraint: ConstraintMaker = { Constraint { $0["a"] != $0["b"] } }
        let all = try runAlone(try Study(settings, constraint: constraint))
        #expect(all.count == 132)
        for _ in 0..<20 {
            // Any numbers may be missing: workers end in any order.
            let kept = all.filter { _ in Bool.random() }
            let study = try Study(settings, constraint: constraint, resuming: kept.shuffled())
            let rest = try runAlone(study, batch: { Int.random(in: 1...9) })
            #expect(Set(rest.map(\.number)).isDisjoint(with: kept.map(\.number)))
            #expect(table(kept + rest) == table(all))
            #expect(study.counts.done == 132)
        }
    }

    @Test func theCatalogIsSortedAndNamesTheOthers() {
        #expect(Self.names == Self.names.sorted())
        let error = #expect(throws: SearchError.self) { try SamplerCatalog.named("magic") }
        #expect(error?.description == "there is no sampler magic; there are grid, random")
    }
}

/// `fast < slow`.
func isOrdered(_ parameters: Parameters) throws -> Bool {
    guard case .integer(let fast) = parameters["fast"], case .integer(let slow) = parameters["slow"] else {
        throw TestFault(text: "no fast or slow")
    }
    return fast < slow
}
