import Candles
import Console
import Foundation
import Synchronization
import Testing

@Test(.timeLimit(.minutes(15)), arguments: Transcript.all)
func aSessionAnswersAsItsTranscriptSays(_ transcript: Transcript) throws {
    try transcript.check(transcript.played())
}

@Test func thereAreTranscripts() {
    #expect(Transcript.all.count >= 5)
}

@Test func theFirstNotebookPrintsTheSameEverywhere() throws {
    let home = SessionHome()
    let lines = Lines()
    let session = home.session(output: { lines.append($0) })
    let program = SessionHome.project.appending(path: "notebooks/01_first_backtest.lua")
    guard case .value(nil) = session.run(file: program.path) else {
        Issue.record("the notebook did not run to its end: \(lines.text)")
        return
    }
    try Transcript(file: Transcript.folder.appending(path: "01_first_backtest.output")).check(lines.text)
}

@Test(arguments: ["f(", "x =", "for i = 1, 2 do", "function f()", "t = {1,", "[[text", "if x then", "return 1 +"])
func anInputThatLacksItsEndIsIncomplete(_ input: String) {
    let outcome = SessionHome().session().run(input)
    guard case .incomplete = outcome else {
        Issue.record("\(input) gave \(outcome)")
        return
    }
}

@Test(arguments: ["x = = 1", "1 +* 2", "'text", "end", "for i = 1, 2 do end end"])
func anInputThatMoreLinesCannotSaveIsAFault(_ input: String) {
    let outcome = SessionHome().session().run(input)
    guard case .failed = outcome else {
        Issue.record("\(input) gave \(outcome)")
        return
    }
}

@Test func aProgramThatLacksItsEndIsAFaultWithItsLine() {
    let outcome = SessionHome().session().run("x = 1\nfor i = 1, 2 do", name: "half.lua", isWhole: true)
    guard case .failed(let fault) = outcome else {
        Issue.record("gave \(outcome)")
        return
    }
    #expect(fault.description.hasPrefix("half.lua:2: "))
}

@Test(
    .timeLimit(.minutes(15)),
    arguments: ["while true do end", "while true do pcall(function() while true do end end) end"])
func anEndlessLoopIsStoppedFromAnotherThreadAndTheSessionGoesOn(_ loop: String) {
    let session = SessionHome().session()
    _ = session.run("x = 20")
    let stop = session.stop
    let outcome = after(.milliseconds(200), { stop.stop() }) { session.run(loop) }
    guard case .interrupted = outcome else {
        Issue.record("gave \(outcome)")
        return
    }
    guard case .value("21") = session.run("x + 1") else {
        Issue.record("the session has lost its variables")
        return
    }
}

@Test(.timeLimit(.minutes(15))) func aSearchThatIsStoppedKeepsItsTrials() {
    let home = SessionHome()
    let lines = Lines()
    let session = home.session(notice: { lines.append($0) })
    let stop = session.stop
    _ = session.run("c = candles.synth { candles = 5000 }")
    let outcome = after(.milliseconds(700), { stop.stop() }) {
        session.run("s = search { strategy = 'sma_crossover', candles = c, trials = 10000000, workers = 1 }")
    }
    guard case .interrupted = outcome else {
        Issue.record("gave \(outcome)")
        return
    }
    #expect(lines.text.hasPrefix("interrupted: s1 keeps the "))
    guard case .value("interrupted\ttrue") = session.run("return show('s1').state, #trials('s1') > 0") else {
        Issue.record("\(session.run("return show('s1')"))")
        return
    }
}

@Test(.timeLimit(.minutes(15))) func aBacktestOfAnEndlessStrategyIsStopped() throws {
    let home = SessionHome()
    let script = home.folder.appending(path: "endless.lua")
    try "return { signals = function(candles, p) while true do end end }".write(
        to: script, atomically: true, encoding: .utf8)
    let session = home.session()
    let stop = session.stop
    let outcome = after(.milliseconds(300), { stop.stop() }) {
        session.run("backtest { strategy = '\(script.path)', candles = candles.synth { candles = 1000 } }")
    }
    guard case .interrupted = outcome else {
        Issue.record("gave \(outcome)")
        return
    }
}

@Test func argumentsAreAsInLua() {
    let session = SessionHome().session()
    session.setArguments(["a", "--b"], program: "x.lua")
    guard case .value("x.lua\ta\t--b\t2") = session.run("return arg[0], arg[1], arg[2], #arg") else {
        Issue.record("\(session.run("arg"))")
        return
    }
}

@Test func aBacktestHasTheWarmUpThatIsStoredBeforeItsCandles() throws {
    let home = SessionHome()
    let walk = RandomWalk(symbol: "SYNTH", seed: 1)
    _ = try home.workbench.archive.store(CandleImport(walk.candles(3000), origin: "made from seed 1"))
    let session = home.session()
    _ = session.run("c = candles.load('SYNTH', '5m', { last = 1000 })")
    let outcome = session.run(
        "local b = backtest { strategy = 'sma_crossover', candles = c, warmup = 300 } return #c, #b.equity, #b.candles")
    guard case .value("1000\t1000\t1000") = outcome else {
        Issue.record("gave \(outcome)")
        return
    }
    // The averages have settled when the first candle is traded: other trades than without candles before it.
    let same = session.run(
        """
        local function profit(warmup)
          local b = backtest { strategy = 'sma_crossover', candles = c, warmup = warmup, set = { fast = 50, slow = 240 } }
          return b.equity[200]
        end
        return profit(0) == 10000, profit(300) == 10000
        """)
    guard case .value("true\tfalse") = same else {
        Issue.record("gave \(same)")
        return
    }
}

/// Runs `body` here, and `action` a while later elsewhere.
private func after<Result>(
    _ pause: Duration, _ action: @escaping @Sendable () -> Void, _ body: () -> Result
) -> Result {
    Thread.detachNewThread {
        Thread.sleep(forTimeInterval: pause / .seconds(1))
        action()
    }
    return body()
}
