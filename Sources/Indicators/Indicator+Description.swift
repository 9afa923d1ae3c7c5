import Candles

extension Indicator {
    /// One column that an indicator reads.
    package struct Input: Hashable, Sendable {
        package enum Kind: Sendable {
            /// Any column.
            case series
            /// A column, or one number that stands for every candle.
            case level
            /// The column of this name of the candles.
            case candles
        }

        package let name: String
        package let kind: Kind

        package static let source = Input(name: "source", kind: .series)
        package static let high = Input(name: "high", kind: .candles)
        package static let low = Input(name: "low", kind: .candles)
        package static let close = Input(name: "close", kind: .candles)

        package static func level(_ name: String) -> Input { Input(name: name, kind: .level) }
    }

    /// A number that shapes an indicator.
    package struct Option: Hashable, Sendable {
        package let name: String
        package let defaultValue: Double
        package let range: ClosedRange<Double>
        package let isWhole: Bool

        /// A window length in candles.
        package static func period(_ name: String = "period", _ defaultValue: Int, from least: Int = 1) -> Option {
            Option(name: name, defaultValue: Double(defaultValue), range: Double(least)...100_000, isWhole: true)
        }

        package static func real(_ name: String, _ defaultValue: Double, in range: ClosedRange<Double>) -> Option {
            Option(name: name, defaultValue: defaultValue, range: range, isWhole: false)
        }

        package func accepts(_ value: Double) -> Bool {
            range.contains(value) && (!isWhole || value == value.rounded())
        }

        /// What a value must be, in words: `a whole number from 2 to 100000`.
        package var requirement: String {
            let (low, high) = (range.lowerBound, range.upperBound)
            return isWhole ? "a whole number from \(Int(low)) to \(Int(high))" : "a number from \(low) to \(high)"
        }
    }

    /// One column that an indicator gives.
    package struct Output: Hashable, Sendable {
        package enum Kind: Sendable { case series, mask }

        package let name: String
        package let kind: Kind

        package static func series(_ name: String) -> Output { Output(name: name, kind: .series) }
        package static func mask(_ name: String) -> Output { Output(name: name, kind: .mask) }
    }

    /// A column of numbers or of yes and no.
    package enum Value: Sendable {
        case series(Series)
        case mask(Mask)
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

        package func whole(_ name: String) -> Int { Int(real(name)) }

        package var period: Int { whole("period") }
    }

    /// What one computation is given.
    package struct Arguments: Sendable {
        package let inputs: [Series]
        package let options: Options
    }
}
