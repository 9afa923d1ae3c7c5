import ArgumentParser
import Candles

struct CandlesCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "What is odd about stored candles: gaps, impossible prices, jumps.",
        discussion: "Below stands what was said of each file at its import, and the file's SHA-256.")

    @OptionGroup var market: MarketArguments

    @Flag(help: "Name every gap, not just the ten longest.")
    var gaps = false

    @OptionGroup var home: HomeOptions

    func run() throws {
        let file = try home.workbench.archive.open(symbol: market.symbol, timeframe: market.timeframe)
        let candles = try file.all()
        let check = CandleCheck(candles)
        var lines = check.lines + check.gapMap(most: gaps ? .max : 10)
        if let filled = candles.filled {
            lines.append("\(CountText.text(filled.trueCount, "candle")) filled in at an import")
        }
        let head = "\(file.symbol) \(file.timeframe): \(file.timeframe.text(candles: file.count))"
        let imports = try file.imports().flatMap { report in
            ["\(report.file), SHA-256 \(report.sha256)"] + report.conclusions.map { "  " + $0 }
        }
        try Output.write(
            lines: [head] + (lines.isEmpty ? ["nothing odd"] : lines).map { "  " + $0 } + imports)
    }
}
