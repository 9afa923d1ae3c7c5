import ArgumentParser
import Candles

struct CandlesResampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resample", abstract: "Join stored candles to longer ones and store those beside them.",
        discussion: "Days start at 00:00 UTC, weeks on Monday, months on their first day.")

    @OptionGroup var market: NamedMarketArguments

    @Argument(help: "The longer candle, from 1s to 1M, such as 1h.", transform: Timeframe.read)
    var to: Timeframe

    @Option(help: "How much later longer candles start, such as 22h or -2h.", transform: Self.offset)
    var offset: Int64 = 0

    @Option(help: "What to do with a first and a last candle that the stored ones do not fill.")
    var partial = JoinedCandles.Partial.drop

    @OptionGroup var home: HomeOptions

    func run() throws {
        let archive = home.workbench.archive
        let candles = try archive.open(symbol: market.symbol, timeframe: market.timeframe).all()
        let joined = try JoinedCandles(candles, to: to, offset: offset, partial: partial)
        guard joined.candles.count > 0 else {
            throw CommandError(
                sentence: "\(candles.timeframe.text(candles: candles.count)) fill no whole candle of \(to), "
                    + "expected more of them or --partial mark",
                ending: .badInput)
        }
        let made = CandleImport(
            joined.candles, origin: "joined from \(candles.symbol) \(candles.timeframe)", remarks: joined.lines)
        let outcome = try archive.store(made)
        try Output.write(lines: made.report.conclusions + [outcome.text])
    }

    /// `22h`, `-90m` or `0` in milliseconds.
    private static func offset(_ text: String) throws -> Int64 {
        if text == "0" { return 0 }
        let isEarlier = text.hasPrefix("-")
        guard let length = Timeframe(isEarlier ? String(text.dropFirst()) : text), length.unit != .month else {
            throw ValidationError("expected a time such as 22h, 30m or -2h")
        }
        return isEarlier ? -length.milliseconds : length.milliseconds
    }
}

extension JoinedCandles.Partial: ExpressibleByArgument {}
