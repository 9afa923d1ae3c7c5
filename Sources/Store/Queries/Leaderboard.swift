import GRDB

extension StoredQuery {
    /// The best trials of a study. Those whose objective is undefined come last in both directions, equals by number.
    static func leaderboard(metrics: [String]) -> StoredQuery {
        let columns = metrics.map { ",\n    trial." + $0.quotedDatabaseIdentifier }.joined()
        return StoredQuery(
            name: "leaderboard",
            description: "The best trials of a study, by its objective.",
            parameters: [
                QueryParameter("study", .study, default: .text("newest")),
                QueryParameter("limit", .integer, default: .integer(10)),
            ],
            sql: """
                SELECT
                    row_number() OVER (ORDER BY \(QueryCatalog.bestFirst("trial", "study"))) AS rank,
                    't' || trial.study_id || '.' || trial.number AS trial,
                    trial.objective_value,
                    \(QueryCatalog.readableParameters("trial.parameters")) AS parameters\(columns)
                FROM (
                    SELECT trial.study_id, trial.number
                    FROM trials AS trial JOIN studies AS study ON study.id = trial.study_id
                    WHERE trial.study_id = :study AND trial.state = 'complete'
                    ORDER BY \(QueryCatalog.bestFirst("trial", "study")) LIMIT :limit)
                JOIN trials AS trial USING (study_id, number) JOIN studies AS study ON study.id = trial.study_id
                ORDER BY rank
                """)
    }
}
