import Foundation
import Research
import Search
import Store
import Strategies
import TestSupport
import Testing

/// Searches behind the wall in which the hostile corpus stands among a hundred trials that do nothing wrong.
@Suite(.timeLimit(.minutes(15)), .serialized) struct HostileSearchTests {
    private let home = TemporaryHome()

    /// The trials of one search: the name of a hostile script, or nil for one that does nothing wrong.
    private static func mixed(_ scripts: [HostileScript]) -> [HostileScript?] {
        let harmless = 100
        var trials: [HostileScript?] = []
        for (index, script) in scripts.enumerated() {
            let due = (index + 1) * harmless / scripts.count - index * harmless / scripts.count
            trials += [script] + Array(repeating: nil, count: due)
        }
        return trials
    }

    private static func strategy(_ trials: [HostileScript?], isHostile: Bool) -> StrategyScript {
        let names = trials.map { $0.map { "\"hostile.\($0.name)\"" } ?? "false" }.joined(separator: ",\n  ")
        let text = """
            local names = {
              \(names),
            }
            return {
              name = "mixed",
              space = { n = space.integer(1, #names) },
              warmup = 60,
              signals = function(candles, p)
                if \(isHostile) and names[p.n] then require(names[p.n]) end
                local fast, slow = ta.sma(candles.close, 2 + p.n % 17), ta.sma(candles.close, 20 + p.n % 31)
                return { long = { entry = ta.crossover(fast, slow), exit = ta.crossunder(fast, slow) } }
              end,
            }
            """
        let modules = trials.compactMap(\.self).map { script in
            StrategyScript.Module(
                name: "hostile.\(script.name)", path: "hostile/\(script.name).lua", text: script.text)
        }
        return StrategyScript(name: "mixed", path: "mixed.lua", text: text, modules: modules)
    }

    private func search(
        _ trials: [HostileScript?], isHostile: Bool, limit: Duration, in results: ResultStore
    ) throws -> (trials: [TrialRecord], table: [String]) {
        let tested = TestedWall()
        var request = StudyRequest(
            script: Self.strategy(trials, isHostile: isHostile), selection: Samples.candles())
        request.sampler = "grid"
        request.workers = 2
        request.trialTimeLimit = limit
        let run = try StudyRun(request, behind: tested.wall, in: results)
        #expect(try run.run() == .complete)
        #expect(tested.children.isEmpty)
        return (try results.trials(of: results.study(run.record.id)), try home.table(run, in: results))
    }

    /// What is wrong with how the trial of a script ended.
    private static func complaint(_ script: HostileScript, _ trial: TrialRecord, limit: Duration) -> String? {
        let reason = trial.reason ?? ""
        let isRight =
            switch script.ending {
            case .timeout, .memory, .depth:
                reason.hasPrefix("\(script.ending.rawValue): ") && trial.traceback != nil
                    && (reason.contains("hostile/\(script.name).lua:") || reason.contains("[string "))
            case .hung: reason == "hung: mixed.lua did not end within \(limit) and could not be stopped"
            case .error, .refused: reason.contains(":") && script.words.map { reason.contains($0) } ?? true
            case .fine: trial.state == .complete
            }
        let isTimed = script.ending == .timeout || script.ending == .hung
        return isRight && trial.isTimed == isTimed
            ? nil : "\(script.name): \(trial.state) \(reason) \(trial.traceback ?? "-")"
    }

    private func check(_ scripts: [HostileScript], limit: Duration) throws {
        let trials = Self.mixed(scripts)
        let results = try home.workbench.results(.readWrite)
        let undisturbed = try search(trials, isHostile: false, limit: .seconds(60), in: results)
        let disturbed = try search(trials, isHostile: true, limit: limit, in: results)
        #expect(disturbed.trials.count == trials.count && scripts.count > 50)
        var harmless = 0
        for (number, script) in trials.enumerated() {
            if let script {
                let complaint = Self.complaint(script, disturbed.trials[number], limit: limit)
                #expect(complaint == nil)
            } else {
                harmless += 1
                #expect(disturbed.table[number] == undisturbed.table[number])
                #expect(disturbed.trials[number].state == .complete)
            }
        }
        #expect(harmless == 100)
    }

    @Test func whatNeedsAnEndFromOutsideCostsItsTrialAlone() throws {
        try check(HostileScript.all.filter { $0.ending == .timeout || $0.ending == .hung }, limit: .milliseconds(250))
    }

    @Test func whatEndsByItselfCostsItsTrialAlone() throws {
        try check(HostileScript.all.filter { $0.ending != .timeout && $0.ending != .hung }, limit: .seconds(120))
    }
}
