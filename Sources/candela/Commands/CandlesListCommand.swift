import ArgumentParser
import Candles
import Console

struct CandlesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "What is stored, a market a line.")

    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let listing = try home.workbench.archive.listing()
        try format.print(TextTable(listing))
        if listing.names.isEmpty { Output.note("no candles are stored, import some with candela import FILE") }
        guard !listing.damaged.isEmpty else { return }
        Output.note(listing.damaged.map(\.error.description))
        throw Ending.partly.code
    }
}
