extension Indicator {
    /// A number that shapes an indicator; a choice is a number with a name.
    package struct Option: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            case whole, real
            case choice([Choice])
        }

        /// One of the values of a choice: a script writes either.
        package struct Choice: Hashable, Sendable {
            package let name: String
            package let number: Int

            package init(_ name: String, _ number: Int) {
                self.name = name
                self.number = number
            }
        }

        package let name: String
        package let defaultValue: Double
        package let range: ClosedRange<Double>
        package let kind: Kind

        package var isWhole: Bool { kind == .whole }

        /// A window length in candles.
        package static func period(_ name: String = "period", _ defaultValue: Int, from least: Int = 1) -> Option {
            whole(name, defaultValue, in: least...100_000)
        }

        package static func whole(_ name: String, _ defaultValue: Int, in range: ClosedRange<Int>) -> Option {
            Option(
                name: name, defaultValue: Double(defaultValue),
                range: Double(range.lowerBound)...Double(range.upperBound), kind: .whole)
        }

        package static func real(_ name: String, _ defaultValue: Double, in range: ClosedRange<Double>) -> Option {
            Option(name: name, defaultValue: defaultValue, range: range, kind: .real)
        }

        /// One of `choices`, the first of which is the least number.
        package static func choice(_ name: String, _ defaultValue: Int, of choices: [Choice]) -> Option {
            let numbers = choices.map { Double($0.number) }
            return Option(
                name: name, defaultValue: Double(defaultValue), range: (numbers.min() ?? 0)...(numbers.max() ?? 0),
                kind: .choice(choices))
        }

        /// The moving average that an indicator is made with, by name or by TA-Lib's number.
        package static func average(_ name: String = "average", _ defaultValue: MovingAverageKind) -> Option {
            choice(name, defaultValue.rawValue, of: MovingAverageKind.allCases.map { Choice("\($0)", $0.rawValue) })
        }

        package func accepts(_ value: Double) -> Bool {
            switch kind {
            case .whole: range.contains(value) && value == value.rounded()
            case .real: range.contains(value)
            case .choice(let choices): choices.contains { Double($0.number) == value }
            }
        }

        /// The number of a choice by its name.
        package func value(named name: String) -> Double? {
            guard case .choice(let choices) = kind else { return nil }
            return choices.first { $0.name == name }.map { Double($0.number) }
        }

        /// What a value must be, in words: `a whole number from 2 to 100000`.
        package var requirement: String {
            switch kind {
            case .whole: "a whole number from \(text(range.lowerBound)) to \(text(range.upperBound))"
            case .real: "a number from \(text(range.lowerBound)) to \(text(range.upperBound))"
            case .choice(let choices): "one of " + choices.map { "\"\($0.name)\"" }.joined(separator: ", ")
            }
        }

        /// The default as a script writes it: `20`, `0.5`, `"sma"`.
        package var defaultText: String { text(defaultValue) }

        private func text(_ value: Double) -> String {
            if case .choice(let choices) = kind, let choice = choices.first(where: { Double($0.number) == value }) {
                return "\"\(choice.name)\""
            }
            return Int(exactly: value).map { "\($0)" } ?? "\(value)"
        }
    }

    /// The values of the options, by name.
    package struct Options: Sendable {
        private let options: [Option]
        package let values: [Double]

        init(options: [Option], values: [Double]) {
            self.options = options
            self.values = values
        }

        package func real(_ name: String) -> Double {
            guard let index = options.firstIndex(where: { $0.name == name }) else {
                preconditionFailure("no option \(name)")
            }
            return values[index]
        }

        /// A whole number, or the number of a choice.
        package func whole(_ name: String) -> Int { Int(real(name)) }

        package var period: Int { whole("period") }

        package func average(_ name: String = "average") -> MovingAverageKind {
            guard let kind = MovingAverageKind(rawValue: whole(name)) else {
                preconditionFailure("\(name) is no moving average")
            }
            return kind
        }
    }
}
