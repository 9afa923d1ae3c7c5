import ArgumentParser
import Candles
import Console
import Research
import Search
import Strategies

struct StrategiesCheckCommand: ScriptCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Read a strategy, run it on its defaults, and see whether it looks ahead.",
        discussion: "On candles made from a seed, so that none need be stored.")

    @Argument(
        help: "A strategy: its name on the shelf, or the path of its script.", completion: .file(extensions: ["lua"]))
    var strategy: String

    @OptionGroup var wall: WallOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    var scriptName: String { strategy }

    func perform() throws {
        let workbench = home.workbench
        let script = try workbench.shelf.script(strategy)
        let strategy = try LuaStrategy(script)
        let defaults = strategy.space.defaults
        let warmup = try strategy.warmup(defaults)
        let walk = RandomWalk().candles(warmup + LookbackPreset.quick.candles)
        var plan = BacktestPlan(script: script, selection: CandleSelection(walk.slice(0..<walk.count, warmup: warmup)))
        plan.warmup = 0
        let result = try plan.run()

        var record = TextRecord()
        record.add("strategy", .text(strategy.name), .text)
        record.add("path", .text(script.path), .text)
        record.add(defaults)
        record.add("points", strategy.space.count.map { .integer($0) } ?? .none, .count)
        record.add("warmup", .integer(warmup), .count)
        record.add("trades", .integer(result.backtest.trades.count), .count)
        let check = try FutureCheck(strategy, walk, defaults)
        if let leak = check.leak {
            throw CommandError(sentence: "\(script.path): looks ahead: \(leak)", ending: .badInput)
        }
        record.add("future", .text("sees no future (\(check.changes) changes of it changed nothing)"), .text)
        try format.print(record)
    }
}
