import ArgumentParser
import Candles
import Console

struct CandlesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "What is stored, a market a line.")

    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let markets = try home.workbench.archive.markets()
        try format.print(TextTable(markets))
        if markets.isEmpty { Output.note("no candles are stored, import some with candela import FILE") }
    }
}
