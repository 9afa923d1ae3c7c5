import ArgumentParser
import Candles
import Research

/// Which candles of a market are traded, and how many come before them.
struct CandleOptions: ParsableArguments {
    @OptionGroup var market: MarketOptions

    @Option(help: "The newest so many candles. (default: \(LookbackPreset.usual.candles))", transform: Count.positive)
    var candles: Int?

    @Option(help: ArgumentHelp("An amount of candles by name: \(Self.presets).", valueName: "preset"))
    var preset: LookbackPreset?

    @Option(help: "Candles from this moment on, such as 2024-01-31 or 2024-01-31T12:00, UTC.", transform: Moment.read)
    var from: Int64?

    @Option(help: "Candles before this moment.", transform: Moment.read)
    var to: Int64?

    @Option(
        help: "Candles before these, for indicators to settle. (default: what the strategy says)", transform: Count.any)
    var warmup: Int?

    private static let presets = LookbackPreset.allCases.map { "\($0.rawValue) \(CountText.text($0.candles))" }
        .joined(separator: ", ")

    var isGiven: Bool {
        market.symbol != nil || market.timeframe != nil || candles != nil || preset != nil || from != nil || to != nil
            || warmup != nil
    }

    func validate() throws {
        let ways = [candles != nil, preset != nil, from != nil || to != nil]
        guard ways.count(where: { $0 }) <= 1 else {
            throw ValidationError(
                "--candles, --preset and --from, --to exclude one another: choose one way to say which candles.")
        }
        if let from, let to, from >= to { throw ValidationError("--from must be before --to.") }
    }

    var choice: CandleChoice {
        let amount: CandleChoice.Amount =
            from != nil || to != nil
            ? .between(from: from, to: to)
            : .newest(candles ?? preset?.candles ?? LookbackPreset.usual.candles)
        return CandleChoice(symbol: market.symbol, timeframe: market.timeframe, amount: amount)
    }
}
