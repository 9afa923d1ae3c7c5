import ArgumentParser
import Candles
import Console
import Research
import Search
import Strategies

struct StrategiesCheckCommand: ScriptCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Read a strategy, run it on its defaults, and see whether it looks ahead or misuses columns.",
        discussion: "On candles made from a seed, so that none need be stored.")

    @Argument(
        help: "A strategy: its name on the shelf, or the path of its script.", completion: .file(extensions: ["lua"]))
    var strategy: String

    @Option(help: "The length of the candles.", transform: Timeframe.read)
    var timeframe = Timeframe(5, .minute)

    @OptionGroup var wall: WallOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    var scriptName: String { strategy }

    func perform() throws {
        let workbench = home.workbench
        let script = try workbench.shelf.script(strategy)
        // A run may end at what the text has told already.
        let findings = script.columnFindings
        Output.note(findings.map(\.description))
        let calls = IndicatorCalls()
        let strategy = try LuaStrategy(script, calls: calls)
        let defaults = strategy.space.defaults
        let warmup = try strategy.warmup(defaults)
        let (result, check) = try settled(strategy, warmup, calls)
        if let leak = check.leak { throw CommandError(sentence: "\(leak)", ending: .badInput) }

        var record = TextRecord()
        record.add("strategy", .text(strategy.name), .text)
        record.add("path", .text(script.path), .text)
        record.add(defaults)
        record.add("points", strategy.space.count.map { .integer($0) } ?? .none, .count)
        record.add("warmup", .integer(warmup), .count)
        record.add("trades", .integer(result.backtest.trades.count), .count)
        record.add("future", .text("sees no future (\(check.changes) changes of it changed nothing)"), .text)
        if findings.isEmpty { record.add("columns", .text("none is used as a single value"), .text) }
        try format.print(record)
        if let call = calls.longest, call.warmup > warmup {
            Output.note([
                "\(call.place): \(call.name) has its first value after \(call.warmup) candles, and warmup gives it "
                    + "\(warmup): let warmup be a number, or a function of p, of \(call.warmup) or more"
            ])
        }
        guard findings.isEmpty else { throw Ending.badInput.code }
    }

    /// The runs on so many candles that each indicator gives values, as far as that is possible: where it gives none,
    /// nothing would be checked.
    private func settled(
        _ strategy: LuaStrategy, _ warmup: Int, _ calls: IndicatorCalls
    ) throws -> (BacktestResult, FutureCheck) {
        var count = warmup + LookbackPreset.quick.candles
        while true {
            let walk = RandomWalk(timeframe: timeframe).candles(count)
            let candles = CandleSelection(walk.slice(0..<walk.count, warmup: warmup))
            var plan = BacktestPlan(script: strategy.script, selection: candles)
            plan.warmup = 0
            let result = try plan.run()
            let check = try FutureCheck(strategy, walk, strategy.space.defaults)
            let needed = calls.longest?.warmup ?? 0
            guard needed >= count, count < Self.mostCandles else { return (result, check) }
            count = min(needed + LookbackPreset.quick.candles, Self.mostCandles)
        }
    }

    private static let mostCandles = 200_000
}
