extension StoredQuery {
    /// One line for each strategy, market and objective: values are compared only where they mean the same.
    static let bestPerStrategy = StoredQuery(
        name: "best_per_strategy",
        description: "The best trial of each strategy on each market, over all studies with the same objective.",
        parameters: [],
        sql: """
            SELECT strategy, symbol, timeframe, objective, trial, objective_value, parameters FROM (
                SELECT study.strategy, study.symbol, study.timeframe,
                    study.objective || ':' || study.direction AS objective,
                    't' || trial.study_id || '.' || trial.number AS trial, trial.objective_value,
                    \(QueryCatalog.readableParameters("trial.parameters")) AS parameters,
                    row_number() OVER (
                        PARTITION BY study.strategy, study.symbol, study.timeframe, study.objective, study.direction
                        ORDER BY \(QueryCatalog.bestFirst("trial", "study"))) AS place
                FROM trials AS trial JOIN studies AS study ON study.id = trial.study_id
                WHERE trial.objective_value IS NOT NULL)
            WHERE place = 1
            ORDER BY strategy, symbol, timeframe, objective
            """)
}
