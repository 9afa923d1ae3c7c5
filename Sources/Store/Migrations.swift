import GRDB

/// Every change of schema, in order. A step that was shipped is never edited: a change is a new step at the end.
///
/// All times are milliseconds since 1970, UTC. What a column means says the record of its table, in `Records`.
enum Migrations {
    /// How many steps there are, kept as `user_version`: a file with a higher one is newer than this program.
    static let version = Int32(steps.count)

    static let migrator: DatabaseMigrator = {
        var migrator = DatabaseMigrator()
        for (index, step) in steps.enumerated() {
            migrator.registerMigration("v\(index + 1)") { db in
                try db.execute(sql: step)
                try db.execute(sql: "PRAGMA user_version = \(index + 1)")
            }
        }
        return migrator
    }()

    private static let steps = [
        // 1: studies and their trials, saved backtests and their trades, stored queries. The columns of metrics follow
        // the catalog: see MetricColumns.swift.
        """
        CREATE TABLE candle_slices (
            id INTEGER PRIMARY KEY,
            symbol TEXT NOT NULL,
            timeframe TEXT NOT NULL,
            first_time INTEGER NOT NULL,
            last_time INTEGER NOT NULL,
            count INTEGER NOT NULL,
            content_hash TEXT NOT NULL,
            UNIQUE (symbol, timeframe, first_time, last_time, count, content_hash)
        ) STRICT;

        CREATE TABLE studies (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT,
            note TEXT,
            strategy TEXT NOT NULL,
            script TEXT NOT NULL,
            script_hash TEXT NOT NULL,
            engine_version TEXT NOT NULL,
            symbol TEXT NOT NULL,
            timeframe TEXT NOT NULL,
            candle_slice_id INTEGER NOT NULL REFERENCES candle_slices (id),
            lookback_candles INTEGER NOT NULL,
            warmup_candles INTEGER NOT NULL,
            fee REAL NOT NULL,
            slippage REAL NOT NULL,
            fill_rule TEXT NOT NULL,
            starting_cash REAL NOT NULL,
            way TEXT NOT NULL,
            sampler TEXT NOT NULL,
            seed INTEGER NOT NULL,
            trials_asked INTEGER NOT NULL,
            objective TEXT NOT NULL,
            direction TEXT NOT NULL CHECK (direction IN ('maximize', 'minimize')),
            state TEXT NOT NULL,
            reason TEXT,
            created_at INTEGER NOT NULL,
            finished_at INTEGER
        ) STRICT;

        CREATE TABLE trials (
            study_id INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            state TEXT NOT NULL,
            reason TEXT,
            is_timed INTEGER NOT NULL,
            parameters TEXT NOT NULL,
            objective_value REAL,
            PRIMARY KEY (study_id, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE trial_timings (
            study_id INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            duration_ns INTEGER NOT NULL,
            worker INTEGER NOT NULL,
            finished_at INTEGER NOT NULL,
            PRIMARY KEY (study_id, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE backtests (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT,
            note TEXT,
            strategy TEXT NOT NULL,
            script TEXT NOT NULL,
            script_hash TEXT NOT NULL,
            engine_version TEXT NOT NULL,
            parameters TEXT NOT NULL,
            symbol TEXT NOT NULL,
            timeframe TEXT NOT NULL,
            candle_slice_id INTEGER NOT NULL REFERENCES candle_slices (id),
            lookback_candles INTEGER NOT NULL,
            warmup_candles INTEGER NOT NULL,
            fee REAL NOT NULL,
            slippage REAL NOT NULL,
            fill_rule TEXT NOT NULL,
            starting_cash REAL NOT NULL,
            way TEXT NOT NULL,
            final_equity REAL NOT NULL,
            equity BLOB NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE trades (
            backtest_id INTEGER NOT NULL REFERENCES backtests (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            side TEXT NOT NULL,
            units REAL NOT NULL,
            entry_candle INTEGER NOT NULL,
            entry_time INTEGER NOT NULL,
            entry_price REAL NOT NULL,
            entry_fee REAL NOT NULL,
            exit_candle INTEGER NOT NULL,
            exit_time INTEGER NOT NULL,
            exit_price REAL NOT NULL,
            exit_fee REAL NOT NULL,
            exit_reason TEXT NOT NULL,
            profit REAL NOT NULL,
            profit_fraction REAL NOT NULL,
            PRIMARY KEY (backtest_id, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE stored_queries (
            name TEXT PRIMARY KEY,
            sql TEXT NOT NULL,
            description TEXT NOT NULL,
            parameters TEXT NOT NULL,
            output TEXT NOT NULL,
            is_shipped INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
        // 2: where a trial failed.
        """
        ALTER TABLE trials ADD COLUMN traceback TEXT;
        """,
        // 3: what numbers a year are scaled by (NULL in what is older: 365 days, and as many candles as fit), and how far
        // price went against and for each trade.
        """
        ALTER TABLE studies ADD COLUMN days_per_year REAL;
        ALTER TABLE studies ADD COLUMN candles_per_year REAL;
        ALTER TABLE backtests ADD COLUMN days_per_year REAL;
        ALTER TABLE backtests ADD COLUMN candles_per_year REAL;
        ALTER TABLE trades ADD COLUMN mae REAL;
        ALTER TABLE trades ADD COLUMN mfe REAL;
        """,
    ]
}
