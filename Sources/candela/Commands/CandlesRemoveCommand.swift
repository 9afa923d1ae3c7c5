import ArgumentParser

struct CandlesRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove the stored candles of one market.")

    @OptionGroup var market: NamedMarketArguments
    @OptionGroup var home: HomeOptions

    func run() throws {
        try home.workbench.archive.remove(symbol: market.symbol, timeframe: market.timeframe)
        try Output.write(lines: ["removed \(market.symbol) \(market.timeframe)"])
    }
}
