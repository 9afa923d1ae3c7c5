import Candles
import Processes
import Search
import Simulation
import Strategies
import Testing
import TestSupport

@testable import Research

/// What crosses between the processes of a study comes out as it went in.
@Suite struct StudyCodingTests {
    private let names = ["fast", "kind", "long", "stop"]

    private var trials: [Trial] {
        let parameters = Parameters([
            "fast": .integer(-7), "kind": .text("größer"), "long": .boolean(true), "stop": .real(0.1),
        ])
        let outcomes: [Trial.Outcome] = [
            .complete([1.5, .nan, -.infinity]), .pruned(reason: "hopeless"), .failed(reason: "x.lua:3: no\nline"),
        ]
        return outcomes.enumerated().map { number, outcome in
            Trial(
                number: number, parameters: parameters, outcome: outcome, duration: .max, worker: 3,
                isTimed: number == 2)
        }
    }

    @Test func trialsComeOutAsTheyWentIn() throws {
        guard case .trials(let crossed) = try StudyReport(StudyReport.trials(trials).encoded, parameters: names)
        else { return #expect(Bool(false), "another report") }
        #expect(crossed.map { "\($0)" } == trials.map { "\($0)" })
        let instruction = StudyInstruction.earlier(trials).encoded(parameters: names)
        guard case .earlier(let earlier) = try StudyInstruction(instruction, parameters: names)
        else { return #expect(Bool(false), "another instruction") }
        #expect(earlier.map { "\($0)" } == trials.map { "\($0)" })
    }

    @Test func damagedReportsAreMalformedAndNeverACrash() {
        let message = StudyReport.trials(trials).encoded
        for place in message.indices {
            for flip: UInt8 in [0x01, 0xff] {
                var damaged = message
                damaged[place] ^= flip
                _ = try? StudyReport(damaged, parameters: names)
            }
            #expect(throws: ProcessError.malformed) {
                try StudyReport(Array(message.prefix(place)), parameters: names)
            }
        }
        #expect(throws: ProcessError.malformed) { try StudyReport(message + [0], parameters: names) }
        #expect(throws: ProcessError.malformed) { try StudyReport(message, parameters: ["fast"]) }
    }

    @Test func anOrderComesOutAsItWentIn() throws {
        let script = StrategyScript(
            name: "x", path: "a/x.lua", text: "return 1",
            modules: [StrategyScript.Module(name: "m", path: "m.lua", text: "return 2")],
            refusals: ["q": "there is no q"])
        let order = StudyOrder(
            script: script, warmup: nil, sampler: "grid", trials: 12, seed: Seed(.max),
            objective: Objective(metric: "sharpe", direction: .minimize),
            settings: SimulationSettings(
                costs: Costs(fee: 0.002, slippage: 0.1), fillRule: .nextClose, startingCash: 5, way: .walk),
            workers: 8, timeLimit: .seconds(3), trialTimeLimit: .milliseconds(1500))
        let message = StudyInstruction.load(order).encoded(parameters: [])
        guard case .load(let crossed) = try StudyInstruction(message, parameters: [])
        else { return #expect(Bool(false), "another instruction") }
        #expect("\(crossed)" == "\(order)")
    }

    @Test func candlesOfAFileCrossAsItsNameAndAreOneCopy() throws {
        let home = TemporaryHome()
        let archive = CandleArchive(home: home.folder)
        let walk = RandomCandles.series(count: 5000, seed: 4)
        try archive.store(CandleImport(walk, origin: "a test"))
        let candles = try archive.open().newest(4000, warmup: 500).slice(100..<4500, warmup: 400)
        let message = StudyInstruction.begin(candles, Suspicion()).encoded(parameters: [])
        #expect(message.count < 1000)
        // Another file takes the name: the child gets the candles that the parent has.
        try archive.remove(symbol: walk.symbol, timeframe: walk.timeframe)
        try archive.store(CandleImport(RandomCandles.series(count: 10, seed: 5), origin: "another"))
        guard case .begin(let crossed, _) = try StudyInstruction(message, parameters: []) else {
            Issue.record("another message")
            return
        }
        #expect(crossed.contentHash == candles.contentHash && crossed.warmup == 400 && crossed.count == 4400)
        #expect(crossed.shared != nil)
    }

    @Test(arguments: [false, true])
    func candlesComeOutAsTheyWentIn(areMarked: Bool) throws {
        let marks = areMarked ? Mask((0..<500).map { $0 % 9 == 2 }) : nil
        let candles = RandomCandles.series(count: 500, seed: 3).marked(filled: marks).newest(300, warmup: 50)
        var suspicion = Suspicion()
        suspicion.suspects = [3, 1]
        suspicion.verdicts = [7: Suspicion.Verdict(reason: "hung", isTimed: true)]
        let message = StudyInstruction.begin(candles, suspicion).encoded(parameters: [])
        guard case .begin(let crossed, let suspected) = try StudyInstruction(message, parameters: [])
        else { return #expect(Bool(false), "another instruction") }
        #expect(crossed.contentHash == candles.contentHash && crossed.warmup == 50)
        #expect(crossed.symbol == candles.symbol && crossed.timeframe == candles.timeframe)
        #expect(crossed.close.tick == candles.close.tick)
        #expect(crossed.filled?.array() == candles.filled?.array())
        #expect(suspected == suspicion)
    }

    @Test(arguments: [StudyState.complete, .exhausted, .timedOut, .interrupted])
    func endingsComeOutAsTheyWentIn(state: StudyState) throws {
        guard case .ended(state) = try StudyReport(StudyReport.ended(state).encoded, parameters: [])
        else { return #expect(Bool(false), "another report") }
    }
}
