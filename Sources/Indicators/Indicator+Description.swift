import Candles

extension Indicator {
    /// One column that an indicator reads.
    package struct Input: Hashable, Sendable {
        package enum Kind: Sendable {
            /// A column of numbers.
            case series
            /// A column of numbers, or one number that stands for every candle.
            case level
            /// A column of yes and no.
            case mask
        }

        package let name: String
        package let kind: Kind
        /// Which column of the candles it is when `ta.name(candles, …)` hands over all of them; nil where only the
        /// script can say.
        package let column: String?

        package static let source = Input(name: "source", kind: .series, column: nil)
        package static let open = candles("open")
        package static let high = candles("high")
        package static let low = candles("low")
        package static let close = candles("close")
        package static let volume = candles("volume")
        /// The starts of the candles, in milliseconds since 1970, UTC.
        package static let time = candles("time")

        /// Any column; of candles as a whole the one of this name.
        package static func source(or column: String) -> Input {
            Input(name: "source", kind: .series, column: column)
        }

        /// Any column, by a name of its own.
        package static func series(_ name: String) -> Input { Input(name: name, kind: .series, column: nil) }
        package static func level(_ name: String) -> Input { Input(name: name, kind: .level, column: nil) }
        package static func mask(_ name: String) -> Input { Input(name: name, kind: .mask, column: nil) }

        private static func candles(_ name: String) -> Input { Input(name: name, kind: .series, column: name) }
    }

    /// One column that an indicator gives.
    package struct Output: Hashable, Sendable {
        package enum Kind: Sendable {
            /// Numbers, NaN where there is none.
            case series
            /// Yes and no; no where it cannot be told.
            case mask
            /// A whole number for each candle, as the -100, 0 and 100 of the candlestick patterns; never NaN: 0 also while
            /// warming up and on missing candles.
            case score
        }

        package let name: String
        package let kind: Kind
        /// May be NaN behind the warm-up, too, where the formula says that nothing is defined.
        package let isSparse: Bool

        package static func series(_ name: String) -> Output { Output(name: name, kind: .series, isSparse: false) }
        package static func sparse(_ name: String) -> Output { Output(name: name, kind: .series, isSparse: true) }
        package static func mask(_ name: String) -> Output { Output(name: name, kind: .mask, isSparse: false) }
        package static func score(_ name: String) -> Output { Output(name: name, kind: .score, isSparse: false) }
    }

    /// A column of numbers or of yes and no.
    package enum Value: Sendable {
        case series(Series)
        case mask(Mask)
    }

    /// What one computation is given.
    package struct Arguments: Sendable {
        /// The inputs that are numbers, in their order.
        package let inputs: [Series]
        /// The inputs that are masks, in their order.
        package let masks: [Mask]
        package let options: Options

        /// How many candles there are.
        package var count: Int { inputs.first?.count ?? masks.first?.count ?? 0 }
    }
}
