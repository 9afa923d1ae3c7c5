import Candles

/// Which stored candles a backtest or a search works on.
package struct CandleChoice: Sendable {
    package enum Amount: Sendable {
        /// The newest so many.
        case newest(Int)
        /// Those that start at `from` or later and before `to`, in milliseconds since 1970, UTC; nil leaves an end open.
        case between(from: Int64?, to: Int64?)
    }

    /// What is left out must follow from what is stored: one market needs no name.
    package var symbol: String?
    package var timeframe: Timeframe?
    package var amount: Amount

    package init(
        symbol: String? = nil, timeframe: Timeframe? = nil,
        amount: Amount = .newest(LookbackPreset.development.candles)
    ) {
        self.symbol = symbol
        self.timeframe = timeframe
        self.amount = amount
    }
}
