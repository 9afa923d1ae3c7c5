import ArgumentParser
import Candles
import Console
import Foundation

struct CandlesExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write stored candles as a CSV file that import reads back.")

    @OptionGroup var market: NamedMarketArguments

    @Argument(help: "File to write, or - for standard output.")
    var file: String

    @OptionGroup var home: HomeOptions

    func run() throws {
        let candles = try home.workbench.archive.open(symbol: market.symbol, timeframe: market.timeframe).all()
        let text = candles.csv
        if file == "-" { return try Output.write(text) }
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw CandleError.unwritable(file: file, reason: Self.reason(error))
        }
        try Output.write(lines: ["\(file): \(candles.timeframe.text(candles: candles.count))"])
    }

    private static func reason(_ error: any Error) -> String {
        switch (error as? CocoaError)?.code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such folder"
        case .fileWriteNoPermission: "permission denied"
        case .fileWriteOutOfSpace: "no space left"
        case .fileWriteVolumeReadOnly: "read-only file system"
        default: "the system refuses"
        }
    }
}

extension CandleSeries {
    /// A line of names, then a line a candle: its start in ISO 8601, and every number in full; 1 for one that was
    /// filled in, where there are such.
    fileprivate var csv: String {
        var text = "time,open,high,low,close,volume" + (filled == nil ? "\n" : ",filled\n")
        for index in 0..<count {
            let candle = self[index]
            text += TimeText.iso(candle.time)
            for number in [candle.open, candle.high, candle.low, candle.close, candle.volume] { text += ",\(number)" }
            if let filled { text += filled[index] ? ",1" : ",0" }
            text += "\n"
        }
        return text
    }
}
