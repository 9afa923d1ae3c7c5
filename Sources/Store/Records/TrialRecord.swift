import Foundation
import GRDB
import Search

/// How a trial ended.
package enum TrialState: String, Sendable, CaseIterable {
    case complete
    case failed
    case pruned
}

/// A trial as it is stored.
package struct TrialRecord: Sendable {
    package let study: Int64
    package let number: Int
    package let state: TrialState
    /// Why it failed or was pruned.
    package let reason: String?
    /// Ended by the clock, so another run may end it otherwise.
    package let isTimed: Bool
    /// Where it failed, the innermost place first, a line each.
    package let traceback: String?
    package let parameters: Parameters
    /// The metric that the study pursues; NaN where undefined.
    package let objectiveValue: Double
    package let metrics: StoredScorecard
    package let timing: TrialTiming

    package var resultID: ResultID { .trial(study: study, number: number) }

    /// The lines of `traceback`.
    package var placesOfFailure: [String] { traceback?.split(separator: "\n").map(String.init) ?? [] }
}

/// When and where a trial was worked on: not part of what repeats.
package struct TrialTiming: Hashable, Sendable {
    /// In nanoseconds.
    package let duration: UInt64
    package let worker: Int
    package let finishedAt: Date
}

/// In which order trials are read.
package enum TrialOrder: Sendable {
    case number
    /// The best first; those without a value last, whatever the direction.
    case objective

    func sql(_ direction: Direction) -> String {
        switch self {
        case .number: "trial.number"
        case .objective:
            "trial.objective_value IS NULL, trial.objective_value \(direction == .maximize ? "DESC" : "ASC"), trial.number"
        }
    }
}

extension TrialRecord {
    /// What `init(row:metrics:)` reads, by position: names would be looked up anew in each of a million rows.
    static func selection(_ metrics: [String]) -> String {
        let columns = metrics.map { ", trial." + $0.quotedDatabaseIdentifier }.joined()
        return """
            SELECT trial.study_id, trial.number, trial.state, trial.reason, trial.is_timed, trial.parameters,
                trial.objective_value, timing.duration_ns, timing.worker, timing.finished_at,
                trial.traceback\(columns)
            FROM trials AS trial JOIN trial_timings AS timing USING (study_id, number)
            """
    }

    init(row: Row, metrics: [String]) {
        study = row[0]
        number = row[1]
        state = TrialState(rawValue: row[2]) ?? .failed
        reason = row[3]
        isTimed = row[4]
        parameters = Parameters(json: row[5]) ?? .none
        objectiveValue = row[6] as Double? ?? .nan
        timing = TrialTiming(
            duration: UInt64(bitPattern: row[7] as Int64), worker: row[8], finishedAt: Date(milliseconds: row[9]))
        traceback = row[10]
        self.metrics = StoredScorecard(metrics, row: row, from: 11)
    }

    /// The trial as its sampler told it, numbers in the order of `names`.
    func trial(metrics names: [String]) -> Trial {
        let outcome: Trial.Outcome =
            switch state {
            case .complete: .complete(names.map { metrics[$0] ?? .nan })
            case .pruned: .pruned(reason: reason ?? "")
            case .failed: .failed(reason: reason ?? "")
            }
        return Trial(
            number: number, parameters: parameters, outcome: outcome, duration: timing.duration, worker: timing.worker,
            isTimed: isTimed, traceback: traceback ?? "")
    }
}
