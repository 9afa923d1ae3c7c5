import ArgumentParser
import Candles
import Console
import Foundation

struct CandlesExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write stored candles as a CSV file that import reads back.",
        discussion: "Times are starts, in milliseconds since 1970 UTC.")

    @OptionGroup var market: NamedMarketArguments

    @Argument(help: "File to write, or - for standard output.")
    var file: String

    @OptionGroup var home: HomeOptions

    func run() throws {
        let candles = try home.workbench.archive.open(symbol: market.symbol, timeframe: market.timeframe).all()
        guard file != "-" else {
            for piece in candles.csvPieces { try Output.write(piece) }
            return
        }
        try candles.export(to: URL(filePath: file))
        try Output.write(lines: ["\(file): \(candles.timeframe.text(candles: candles.count))"])
    }
}
