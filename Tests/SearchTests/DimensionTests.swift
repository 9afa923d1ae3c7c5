import Search
import Testing

@Suite struct DimensionTests {
    @Test(arguments: [
        (5, 60, 1, 56, 32), (20, 240, 10, 23, 130), (0, 9, 4, 3, 4), (7, 7, 1, 1, 7), (-3, 3, 1, 7, 0),
    ])
    func integersAreCountedAndTheMiddleIsTheDefault(low: Int, high: Int, step: Int, count: Int, middle: Int) throws {
        let dimension = try Dimension.integer("n", low, high, step: step)
        #expect(dimension.count == count)
        #expect(dimension.defaultValue == .integer(middle))
        #expect(dimension.value(at: count - 1) == .integer(low + (count - 1) * step))
    }

    @Test func theMiddleOfALogarithmicDimensionIsGeometric() throws {
        #expect(try Dimension.integer("n", 1, 100, isLogarithmic: true).defaultValue == .integer(10))
        #expect(try Dimension.real("x", 0.001, 0.1, isLogarithmic: true).defaultValue == .real(0.01))
        #expect(try Dimension.real("x", 1e-200, 1e-160, isLogarithmic: true).defaultValue == .real(1e-180))
        #expect(try Dimension.real("x", 1, 100, step: 1, isLogarithmic: true).defaultValue == .real(10))
    }

    @Test func theMiddleOfRealsLiesOnTheStep() throws {
        #expect(try Dimension.real("x", 0.1, 0.3).defaultValue == .real(0.2))
        #expect(try Dimension.real("x", 0, 1, step: 0.25).defaultValue == .real(0.5))
        #expect(try Dimension.real("x", 0, 0.9, step: 0.3).defaultValue == .real(0.3))
        #expect(
            try Dimension.real("x", -.greatestFiniteMagnitude, .greatestFiniteMagnitude).defaultValue == .real(0))
    }

    @Test func theFirstChoiceIsTheDefault() throws {
        let dimension = try Dimension.choice("side", [.text("long"), .text("both")])
        #expect(dimension.defaultValue == .text("long"))
        #expect(try Dimension.choice("side", [.text("a"), .text("b")], default: .text("b")).defaultValue == .text("b"))
    }

    @Test func aDefaultOutsideIsRefused() {
        #expect(throws: SearchError.defaultOutside(dimension: "n", value: "61", allowed: "whole numbers from 5 to 60"))
        {
            try Dimension.integer("n", 5, 60, default: 61)
        }
        #expect(throws: SearchError.self) { try Dimension.integer("n", 5, 60, step: 5, default: 7) }
        #expect(throws: SearchError.self) { try Dimension.real("x", 0, 1, default: .nan) }
        #expect(throws: SearchError.self) { try Dimension.choice("c", [.text("a")], default: .text("b")) }
    }

    /// 0.1 + 0.1 + 0.1 is 0.30000000000000004; 0.2 / 0.1 of the differences is 1.9999999999999998.
    @Test func realStepsAreTheNumbersAPersonWrites() throws {
        let dimension = try Dimension.real("x", 0.1, 0.7, step: 0.1)
        let values = (0..<7).map { dimension.value(at: $0) }
        #expect(dimension.count == 7)
        #expect(values == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map { .real($0) })
        #expect(try Dimension.real("x", 0.1, 0.3, step: 0.1).count == 3)
        #expect(try Dimension.real("x", 0.001, 0.0309, step: 0.0001).value(at: 299) == .real(0.0309))
    }

    @Test func stepsThatAreNoDecimalsStayInBounds() throws {
        let dimension = try Dimension.real("x", 0, 1, step: 1.0 / 3)
        #expect(dimension.count == 4)
        #expect(dimension.contains(.real(2.0 / 3)) && dimension.contains(.real(1)))
        #expect(!dimension.contains(.real(0.6)))
    }

    @Test func whatMakesNoSenseIsRefusedInOneSentence() throws {
        let faults: [(() throws -> Dimension, String)] = [
            ({ try .integer("fast", 60, 5) }, "fast: low 60 is above high 5; low must come first"),
            (
                { try .integer("fast", 0, 5, isLogarithmic: true) },
                "fast: a logarithmic dimension cannot start at 0; low must be above 0"
            ),
            ({ try .integer("fast", 1, 5, step: 0) }, "fast: step 0 must be above 0"),
            (
                { try .integer("fast", 1, .max) },
                "fast: 9223372036854775807 is beyond the whole numbers a real number can hold "
                    + "(9007199254740992 either way)"
            ),
            ({ try .real("x", .nan, 1) }, "x: low is not a finite number"),
            ({ try .real("x", 0, .infinity) }, "x: high is not a finite number"),
            ({ try .real("x", 0, 1, step: .nan) }, "x: step is not a finite number"),
            ({ try .real("x", 0, 1, step: -0.5) }, "x: step -0.5 must be above 0"),
            (
                { try .real("x", 0, 1, step: 1e-17) },
                "x: step 1e-17 is lost beside the bounds; take a larger step, or none"
            ),
            (
                { try .real("x", -1, 1, isLogarithmic: true) },
                "x: a logarithmic dimension cannot start at -1.0; low must be above 0"
            ),
            ({ try .choice("c", []) }, "c: the list of choices is empty; give at least one"),
            ({ try .choice("c", [.integer(1), .real(1)]) }, "c: the choice 1.0 is given twice"),
            ({ try .choice("c", [.real(.nan)]) }, "c: the choice nan is not a finite number"),
            ({ try .integer("", 1, 2) }, "a dimension has an empty name; give it one, like fast"),
        ]
        for (make, sentence) in faults {
            let error = #expect(throws: SearchError.self) { _ = try make() }
            #expect(error?.description == sentence)
        }
    }

    @Test func aValueIsAdmittedAsItsDimensionHoldsIt() throws {
        let real = try Dimension.real("x", 0, 20)
        let integer = try Dimension.integer("n", 0, 20)
        let choice = try Dimension.choice("c", [.text("1"), .boolean(true), .integer(7)])
        #expect(try real.admitting(.integer(10)) == .real(10))
        #expect(try integer.admitting(.real(10)) == .integer(10))
        #expect(throws: SearchError.self) { try integer.admitting(.real(10.5)) }
        #expect(try integer.parsing("12") == .integer(12))
        #expect(try real.parsing("12") == .real(12))
        #expect(try choice.parsing("1") == .text("1"))
        #expect(try choice.parsing("7") == .integer(7))
        #expect(try choice.parsing("true") == .boolean(true))
        #expect(throws: SearchError.self) { try real.parsing("nan") }
        #expect(throws: SearchError.self) { try integer.parsing("21") }
    }

    @Test func eachPointHasItsStretchOfTheUnitInterval() throws {
        for dimension in try dimensionsOfEveryKind() {
            guard let count = dimension.count else { continue }
            // Of 2^54 points two neighbors have the same unit: a double has no more places.
            for index in 0..<(count > 1 << 50 ? 0 : min(count, 500)) {
                let value = dimension.value(at: index)
                #expect(dimension.contains(value))
                #expect(dimension.index(of: value) == index)
                let unit = try #require(dimension.unit(of: value))
                #expect(dimension.value(atUnit: unit) == value, "\(dimension.name)")
            }
            #expect(dimension.value(atUnit: 0) == dimension.value(at: 0))
            #expect(dimension.value(atUnit: 1) == dimension.value(at: count - 1))
        }
    }

    @Test func theLargestNumbersOverflowNothing() throws {
        let largest = Double.greatestFiniteMagnitude
        let dimension = try Dimension.real("x", 1, largest, step: largest / 2, isLogarithmic: true)
        for unit in [0, 0.5, 1] { #expect(dimension.contains(dimension.value(atUnit: unit))) }
        let continuum = try Dimension.real("x", .leastNonzeroMagnitude, largest, isLogarithmic: true)
        for unit in [0, 0.5, 1] { #expect(continuum.contains(continuum.value(atUnit: unit))) }
    }

    @Test func theUnitIntervalMapsIntoTheDimension() throws {
        for dimension in try dimensionsOfEveryKind() {
            var random = Seed(5).stream(0)
            for _ in 0..<1000 {
                let unit = random.unit()
                let value = dimension.value(atUnit: unit)
                #expect(dimension.contains(value), "\(dimension.name): \(value)")
                if dimension.count == nil {
                    let back = try #require(dimension.unit(of: value))
                    #expect(abs(back - unit) < 1e-9, "\(dimension.name): \(value)")
                }
            }
        }
    }
}

func dimensionsOfEveryKind() throws -> [Dimension] {
    [
        try .integer("plain", 5, 60), try .integer("stepped", -20, 240, step: 7),
        try .integer("logarithmic", 1, 1000, isLogarithmic: true),
        try .integer("steppedLogarithmic", 3, 1000, step: 5, isLogarithmic: true), try .integer("single", 4, 4),
        try .integer("huge", -(1 << 53), 1 << 53),
        try .real("real", -1.5, 2.5), try .real("realStepped", 0.1, 2, step: 0.1),
        try .real("realLogarithmic", 1e-6, 10, isLogarithmic: true),
        try .real("realSteppedLogarithmic", 0.01, 1, step: 0.01, isLogarithmic: true), try .real("one", 2, 2),
        try .real("widest", -.greatestFiniteMagnitude, .greatestFiniteMagnitude),
        try .choice("choice", [.text("a"), .text("b"), .boolean(true), .integer(3), .real(2.5)]),
    ]
}
