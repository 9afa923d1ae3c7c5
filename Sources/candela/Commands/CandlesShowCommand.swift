import ArgumentParser
import Candles
import Console

struct CandlesShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "What is known about one market, and where its candles come from.")

    @OptionGroup var market: MarketArguments
    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let file = try home.workbench.archive.open(symbol: market.symbol, timeframe: market.timeframe)
        try format.print(Self.record(file))
    }

    private static func record(_ file: CandleFile) throws -> TextRecord {
        var record = TextRecord()
        record.add("symbol", .text(file.symbol), .text)
        record.add("timeframe", .text(file.timeframe.description), .text)
        record.add("candles", .integer(file.count), .count)
        record.add("lookback", .text(file.timeframe.text(candles: file.count)), .text)
        record.add("first", .time(file.times.lowerBound), .time)
        record.add("last", .time(file.times.upperBound), .time)
        record.add("tick", file.tick.map { .real(1 / $0.perUnit) } ?? .none)
        record.add("filled", .integer(try file.filledCount()), .count)
        record.add("content_hash", .text(file.contentHash), .text)
        for (number, report) in try file.imports().enumerated() {
            record.group("Import \(number + 1)")
            record.add("file_\(number + 1)", .text(report.file), .text)
            for (name, line) in zip(["layout", "market", "findings"], report.conclusions) {
                record.add("\(name)_\(number + 1)", .text(line), .text)
            }
        }
        return record
    }
}
