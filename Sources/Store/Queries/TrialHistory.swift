extension StoredQuery {
    /// How a search got better: its records, in the order in which they were set.
    static let trialHistory = StoredQuery(
        name: "trial_history",
        description: "The trials of a study that were better than all before them.",
        parameters: [QueryParameter("study", .study, default: .text("newest"))],
        sql: """
            SELECT 't' || study_id || '.' || number AS trial, objective_value,
                \(QueryCatalog.readableParameters("parameters")) AS parameters
            FROM (
                SELECT trial.*, study.direction,
                    max(objective_value) OVER earlier AS highest, min(objective_value) OVER earlier AS lowest
                FROM trials AS trial JOIN studies AS study ON study.id = trial.study_id
                WHERE study_id = :study AND objective_value IS NOT NULL
                WINDOW earlier AS (ORDER BY number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING))
            WHERE highest IS NULL
                OR CASE direction WHEN 'minimize' THEN objective_value < lowest ELSE objective_value > highest END
            ORDER BY number
            """)
}
