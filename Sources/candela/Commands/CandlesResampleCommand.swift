import ArgumentParser
import Candles

struct CandlesResampleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resample", abstract: "Join stored candles to longer ones and store those beside them.")

    @OptionGroup var market: NamedMarketArguments

    @Argument(help: "The longer candle, such as 1h.", transform: Timeframe.read)
    var to: Timeframe

    @OptionGroup var home: HomeOptions

    func run() throws {
        let archive = home.workbench.archive
        let candles = try archive.open(symbol: market.symbol, timeframe: market.timeframe).all()
        let joined = try candles.resampled(to: to)
        guard joined.count > 0 else {
            throw CommandError(
                sentence: "\(candles.timeframe.text(candles: candles.count)) fill no whole candle of \(to)",
                ending: .badInput)
        }
        let made = CandleImport(joined, origin: "joined from \(candles.symbol) \(candles.timeframe)")
        let outcome = try archive.store(made)
        try Output.write(lines: made.report.conclusions + [outcome.text])
    }
}
