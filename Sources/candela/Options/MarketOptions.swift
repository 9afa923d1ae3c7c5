import ArgumentParser
import Candles

/// Which stored market; what is left out follows from what is stored.
struct MarketOptions: ParsableArguments {
    @Option(help: "Symbol, such as BTC_USDT. (default: the only one stored)")
    var symbol: String?

    @Option(help: "Length of a candle, such as 5m, 1h, 1d. (default: the only one stored)", transform: Timeframe.read)
    var timeframe: Timeframe?
}

/// The same, as words behind a command.
struct MarketArguments: ParsableArguments {
    @Argument(help: "Symbol, such as BTC_USDT. (default: the only one stored)")
    var symbol: String?

    @Argument(help: "Length of a candle, such as 5m. (default: the only one stored)", transform: Timeframe.read)
    var timeframe: Timeframe?
}

/// One market, both words of its name.
struct NamedMarketArguments: ParsableArguments {
    @Argument(help: "Symbol, such as BTC_USDT.")
    var symbol: String

    @Argument(help: "Length of a candle, such as 5m.", transform: Timeframe.read)
    var timeframe: Timeframe
}
