import Foundation
import GRDB
import Search

/// What a study is asked to do.
package struct StudyPlan: Hashable, Sendable {
    package let provenance: Provenance
    package let sampler: String
    package let seed: Seed
    /// How many trials are asked for.
    package var trials: Int
    package let objective: Objective

    package init(provenance: Provenance, sampler: String, seed: Seed, trials: Int, objective: Objective) {
        self.provenance = provenance
        self.sampler = sampler
        self.seed = seed
        self.trials = trials
        self.objective = objective
    }
}

/// A study as it is stored.
package struct StudyRecord: Identifiable, Hashable, Sendable {
    package let id: Int64
    package let plan: StudyPlan
    package let state: StudyState
    /// Why it ended as it did, where its state does not say all.
    package let reason: String?
    package let name: String?
    package let note: String?
    package let createdAt: Date
    /// When its state was last changed to anything but `running`.
    package let finishedAt: Date?

    package var resultID: ResultID { .study(id) }
}

/// A study and what came of its trials.
package struct StudySummary: Identifiable, Hashable, Sendable {
    package let study: StudyRecord
    package let complete: Int
    package let pruned: Int
    package let failed: Int
    /// The best value of the objective, NaN where there is none, and the first trial that reached it.
    package let best: Double
    package let bestTrial: ResultID?

    package var id: Int64 { study.id }
}

extension StudyRecord {
    /// What `init(row:)` reads.
    static let selection = """
        SELECT study.*, \(CandleSlice.columns) FROM studies AS study
        JOIN candle_slices AS slice ON slice.id = study.candle_slice_id
        """

    init(row: Row) {
        id = row["id"]
        plan = StudyPlan(
            provenance: Provenance(row: row), sampler: row["sampler"],
            seed: Seed(UInt64(bitPattern: row["seed"] as Int64)), trials: row["trials_asked"],
            objective: Objective(
                metric: row["objective"], direction: Direction(rawValue: row["direction"]) ?? .maximize))
        state = StudyState(rawValue: row["state"]) ?? .failed
        reason = row["reason"]
        name = row["name"]
        note = row["note"]
        createdAt = Date(milliseconds: row["created_at"])
        finishedAt = (row["finished_at"] as Int64?).map { Date(milliseconds: $0) }
    }
}

extension StudyPlan {
    func columns(in db: Database) throws -> [(name: String, value: (any DatabaseValueConvertible)?)] {
        try provenance.columns(in: db) + [
            ("sampler", sampler), ("seed", Int64(bitPattern: seed.value)), ("trials_asked", trials),
            ("objective", objective.metric), ("direction", objective.direction.rawValue),
        ]
    }
}

extension Date {
    /// Milliseconds since 1970, UTC, as all times in the database.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
