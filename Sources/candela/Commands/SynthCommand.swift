import ArgumentParser
import Candles

struct SynthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "synth", abstract: "Make candles from a seed, the same on every machine, and store them.")

    @Option(help: "Symbol to store them under.")
    var symbol = RandomWalk().symbol

    @Option(help: "Length of a candle.", transform: Timeframe.read)
    var timeframe = RandomWalk().timeframe

    @Option(help: "How many.", transform: Self.count)
    var candles = LookbackPreset.usual.candles

    @Option(help: "Where the randomness starts.")
    var seed = RandomWalk().seed

    @OptionGroup var home: HomeOptions

    func run() throws {
        let walk = RandomWalk(symbol: symbol, timeframe: timeframe, seed: seed)
        let made = CandleImport(walk.candles(candles), origin: "made from seed \(seed)")
        let outcome = try home.workbench.archive.store(made)
        try Output.write(lines: made.report.conclusions + [outcome.text])
    }

    private static func count(_ text: String) throws -> Int {
        guard let count = Int(text), (1...10_000_000).contains(count) else {
            throw ValidationError("expected a number from 1 to 10000000")
        }
        return count
    }
}
