import ArgumentParser
import Console
import Metrics
import Research
import Store

struct BacktestCommand: ScriptCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "Run a strategy over candles: its trades and how good they were.",
        discussion: "Parameters that are not set have the strategy's defaults.")

    @Argument(
        help: "A strategy: its name on the shelf, or the path of its script.", completion: .file(extensions: ["lua"]))
    var strategy: String

    @OptionGroup(title: "Candles") var candles: CandleOptions

    @Option(
        name: .customLong("set"), help: ArgumentHelp("Value of a parameter, such as fast=10.", valueName: "name=value"),
        transform: Assignment.read)
    var changes: [Assignment] = []

    @OptionGroup(title: "Costs") var costs: CostOptions

    @Flag(help: "Print the trades, too; for csv and json, only them.")
    var trades = false

    @Flag(help: "Keep the result in the home.")
    var save = false

    @OptionGroup var metrics: MetricOptions
    @Option(
        help: "Judge as another library would: \(Convention.all.map(\.name).joined(separator: ", ")).",
        transform: Self.convention)
    var convention: Convention?

    @OptionGroup var wall: WallOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    var scriptName: String { strategy }

    func perform() throws {
        let workbench = home.workbench
        var plan = BacktestPlan(
            script: try workbench.shelf.script(strategy), selection: try workbench.select(candles.choice))
        plan.warmup = candles.warmup
        plan.changes = changes.values.mapValues { .text($0) }
        plan.settings = costs.settings()
        Output.note(plan.selection.notices)

        let relay = StopRelay()
        let watch = Interrupt.watch { _ in relay.stop() }
        defer { watch.end() }
        let result = try plan.run(relay: relay)
        let saved = save ? try Self.save(result, in: workbench.results(.readWrite)) : nil

        if !trades || format.isForReading {
            try format.print(
                TextRecord(
                    result, saved: saved, isDrawn: format.isForReading, metrics: metrics.metrics,
                    convention: convention))
        }
        if trades && format.isForReading { try Output.write("\n") }
        if trades { try format.print(TextTable(trades: result.backtest)) }
    }

    private static func convention(_ name: String) throws -> Convention {
        guard let convention = Convention.named(name) else {
            throw ValidationError("expected one of \(Convention.all.map(\.name).joined(separator: ", "))")
        }
        return convention
    }

    private static func save(_ result: BacktestResult, in results: ResultStore) throws -> ResultID {
        try results.save(
            result.backtest, provenance: result.provenance, parameters: result.parameters,
            scorecard: result.scorecard
        ).resultID
    }
}
