extension StoredQuery {
    /// What went wrong in a study, the most frequent first.
    static let failures = StoredQuery(
        name: "failures",
        description: "Why trials of a study failed or were pruned, and how often.",
        parameters: [QueryParameter("study", .study, default: .text("newest"))],
        sql: """
            SELECT state, reason, count(*) AS trials, 't' || study_id || '.' || min(number) AS first_trial
            FROM trials WHERE study_id = :study AND state <> 'complete'
            GROUP BY state, reason
            ORDER BY count(*) DESC, min(number)
            """)
}
