extension StoredQuery {
    /// Where the time of a study went.
    static let slowestTrials = StoredQuery(
        name: "slowest_trials",
        description: "The trials of a study that took the longest.",
        parameters: [
            QueryParameter("study", .study, default: .text("newest")),
            QueryParameter("limit", .integer, default: .integer(10)),
        ],
        sql: """
            SELECT 't' || trial.study_id || '.' || trial.number AS trial, timing.duration_ns / 1e6 AS milliseconds, timing.worker,
                trial.state, \(QueryCatalog.readableParameters("trial.parameters")) AS parameters
            FROM (
                SELECT * FROM trial_timings WHERE study_id = :study ORDER BY duration_ns DESC, number LIMIT :limit
            ) AS timing JOIN trials AS trial USING (study_id, number)
            ORDER BY timing.duration_ns DESC, trial.number
            """)
}
