extension StoredQuery {
    /// All studies, the newest first.
    static let studies = StoredQuery(
        name: "studies",
        description: "The newest studies: what they searched, how far they came, and the best they found.",
        parameters: [QueryParameter("limit", .integer, default: .integer(20))],
        sql: """
            SELECT 's' || study.id AS study, study.name, study.strategy, study.symbol, study.timeframe,
                study.lookback_candles, study.sampler, study.state, study.trials_asked,
                count(*) FILTER (WHERE trial.state = 'complete') AS complete,
                count(*) FILTER (WHERE trial.state = 'failed') AS failed,
                study.objective || ':' || study.direction AS objective,
                CASE study.direction WHEN 'minimize' THEN min(trial.objective_value) ELSE max(trial.objective_value) END
                    AS best,
                \(QueryCatalog.readableTime("study.created_at")) AS created
            FROM (SELECT * FROM studies ORDER BY id DESC LIMIT :limit) AS study
            LEFT JOIN trials AS trial ON trial.study_id = study.id
            GROUP BY study.id ORDER BY study.id DESC
            """)
}
