import ArgumentParser
import Candles

struct CandlesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "What is odd about stored candles: gaps, impossible prices, jumps.")

    @OptionGroup var market: MarketArguments
    @OptionGroup var home: HomeOptions

    func run() throws {
        let file = try home.workbench.archive.open(symbol: market.symbol, timeframe: market.timeframe)
        let lines = CandleCheck(try file.all()).lines
        let head = "\(file.symbol) \(file.timeframe): \(file.timeframe.text(candles: file.count))"
        try Output.write(lines: [head] + (lines.isEmpty ? ["nothing odd"] : lines).map { "  " + $0 })
    }
}
