import Foundation
import Synchronization

@testable import Search

/// A space with every kind of dimension, a continuum among them.
func mixedSpace() throws -> SearchSpace {
    try SearchSpace([
        .integer("fast", 5, 60), .real("stop", 0.001, 0.1, isLogarithmic: true), .real("target", 0, 1, step: 0.05),
        .choice("side", [.text("long"), .text("short"), .text("both")]),
    ])
}

/// 12,376 points, as of the moving-average crossing.
func crossingSpace() throws -> SearchSpace {
    try SearchSpace([.integer("fast", 5, 60), .integer("slow", 20, 240)])
}

func settings(
    _ space: SearchSpace, sampler: String = "random", seed: UInt64 = 1, trials: Int? = 100
) -> StudySettings {
    StudySettings(
        space: space, sampler: sampler, seed: Seed(seed), trials: trials, objective: Objective(metric: "value"),
        metrics: ["other", "value"])
}

/// What a trial of these tests is worth: of its parameters and its seed alone.
func outcome(_ number: Int, _ parameters: Parameters, _ seed: Seed) -> Trial.Outcome {
    if seed.value % 11 == 0 { return .failed(reason: "script.lua:\(seed.value % 3): no") }
    if seed.value % 13 == 0 { return .pruned(reason: "hopeless") }
    let value = parameters.entries.reduce(0.0) { sum, entry in
        switch entry.value {
        case .integer(let number): sum + Double(number % 17)
        case .real(let number): sum + number
        case .text(let text): sum + Double(text.utf8.count)
        case .boolean: sum
        }
    }
    return .complete([Double(number), value])
}

func trial(_ proposal: Proposal) -> Trial {
    Trial(
        number: proposal.number, parameters: proposal.parameters,
        outcome: outcome(proposal.number, proposal.parameters, proposal.seed), duration: 1, worker: 0)
}

/// The trial table: what has to be the same, as text.
func table(_ trials: [Trial]) -> String {
    trials.sorted { $0.number < $1.number }
        .map { "\($0.number),\($0.parameters),\($0.outcome)\n" }.joined()
}

/// Asks and tells on this thread until the study has no more.
func runAlone(_ study: Study, batch: () -> Int = { 7 }) throws -> [Trial] {
    let constraint = try study.makeConstraint()
    var trials: [Trial] = []
    while true {
        let proposals = try study.ask(batch(), allowing: constraint)
        if proposals.isEmpty { return trials }
        let told = proposals.map(trial(_:))
        study.tell(told)
        trials += told
    }
}

/// Keeps what a runner stores.
final class Shelf: Sendable {
    private let stored = Monitor<[Trial]>([])

    var trials: [Trial] { stored.change { $0 } }

    func store(_ trials: [Trial]) { stored.change { $0 += trials } }
}

/// Works out `outcome`, after an unforeseeable pause of up to `pause` microseconds.
struct PausingEvaluator: Evaluator {
    var pause = 0

    var stopHandle: @Sendable () -> Void { {} }

    func evaluate(number: Int, parameters: Parameters, seed: Seed) -> Evaluation {
        if pause > 0 { usleep(UInt32.random(in: 0...UInt32(pause))) }
        return Evaluation(outcome(number, parameters, seed))
    }
}

/// Never ends a trial by itself.
final class EndlessEvaluator: Evaluator {
    private let isStopped = StopFlag()

    var stopHandle: @Sendable () -> Void {
        { [isStopped] in isStopped.value.store(true, ordering: .relaxed) }
    }

    func evaluate(number: Int, parameters: Parameters, seed: Seed) -> Evaluation {
        // As an interpreter that starts afresh: a stop from before this trial is lost.
        isStopped.value.store(false, ordering: .relaxed)
        while !isStopped.value.load(ordering: .relaxed) {}
        return Evaluation(.failed(reason: "stopped"), isTimed: true)
    }
}

final class StopFlag: Sendable {
    let value = Atomic(false)
}

struct TestFault: Error, Equatable {
    let text: String
}

/// Names of this process's threads.
func threadNames() -> [String] {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
    return tasks.compactMap { try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8) }
        .map { $0.trimmingCharacters(in: .newlines) }
}
