import Candles

/// What a strategy wishes at each candle's close, a column each. Filled at the next open unless told otherwise.
package struct Signals: Sendable {
    /// When to be in and out on one side; yes where the wish is made.
    package struct Side: Sendable {
        package var entry: Mask
        package var exit: Mask

        package init(entry: Mask, exit: Mask) {
            self.entry = entry
            self.exit = exit
        }
    }

    /// One number for all candles, or a number for each; read at the candle of the entry signal.
    package enum Level: Sendable {
        case constant(Double)
        case column(Series)

        package subscript(index: Int) -> Double {
            switch self {
            case .constant(let value): value
            case .column(let series): series[index]
            }
        }
    }

    package var long: Side?
    package var short: Side?

    /// Fraction of equity put in, above 0 up to 1.
    package var size: Level = .constant(1)
    /// Fractions of the fill price, active from the entry candle on; nil or NaN for none.
    package var stopLoss: Level?
    package var takeProfit: Level?
    package var trailingStop: Level?
    /// Leave after so many candles; nil or NaN for never.
    package var timeLimit: Level?

    package init(long: Side? = nil, short: Side? = nil) {
        self.long = long
        self.short = short
    }
}

extension Signals {
    /// Whether every column has a value for each of `count` candles: what a caller makes sure of before a run.
    package func hasLength(_ count: Int) -> Bool {
        let masks = [long?.entry, long?.exit, short?.entry, short?.exit].compactMap { $0 }
        let levels = [size, stopLoss, takeProfit, trailingStop, timeLimit]
        return masks.allSatisfy { $0.count == count }
            && levels.allSatisfy { level in
                if case .column(let series) = level { series.count == count } else { true }
            }
    }
}
