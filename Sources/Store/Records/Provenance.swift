import GRDB
import Simulation

/// What a result was made from: with the parameters, all it takes to make it again.
package struct Provenance: Hashable, Sendable {
    package let strategy: String
    /// The text of the script, and its hash.
    package let script: String
    package let scriptHash: String
    package let candles: CandleSlice
    /// How many candles were traded and counted, and how many stood before them for indicators to settle.
    package let lookbackCandles: Int
    package let warmupCandles: Int
    package let settings: SimulationSettings
    /// What numbers a year were scaled by; nil in results of a time when it was not kept.
    package let candlesPerYear: Double?
    package let engineVersion: String

    package init(
        strategy: String, script: String, scriptHash: String, candles: CandleSlice, lookbackCandles: Int,
        warmupCandles: Int, settings: SimulationSettings, candlesPerYear: Double? = nil, engineVersion: String
    ) {
        self.strategy = strategy
        self.script = script
        self.scriptHash = scriptHash
        self.candles = candles
        self.lookbackCandles = lookbackCandles
        self.warmupCandles = warmupCandles
        self.settings = settings
        self.candlesPerYear = candlesPerYear
        self.engineVersion = engineVersion
    }
}

extension Provenance {
    /// Names and values of the columns that `studies` and `backtests` have in common.
    func columns(in db: Database) throws -> [(name: String, value: (any DatabaseValueConvertible)?)] {
        [
            ("strategy", strategy), ("script", script), ("script_hash", scriptHash), ("engine_version", engineVersion),
            ("symbol", candles.symbol), ("timeframe", candles.timeframe), ("candle_slice_id", try candles.id(in: db)),
            ("lookback_candles", lookbackCandles), ("warmup_candles", warmupCandles),
            ("fee", settings.costs.fee), ("slippage", settings.costs.slippage),
            ("fill_rule", settings.fillRule.rawValue), ("starting_cash", settings.startingCash),
            ("way", settings.way.rawValue), ("days_per_year", settings.daysPerYear),
            ("candles_per_year", candlesPerYear),
        ]
    }

    /// Reads a row of `studies` or `backtests` that is joined with its candle slice.
    init(row: Row) {
        self.init(
            strategy: row["strategy"], script: row["script"], scriptHash: row["script_hash"],
            candles: CandleSlice(row: row), lookbackCandles: row["lookback_candles"],
            warmupCandles: row["warmup_candles"],
            settings: SimulationSettings(
                costs: Costs(fee: row["fee"], slippage: row["slippage"]),
                fillRule: FillRule(rawValue: row["fill_rule"]) ?? .nextOpen, startingCash: row["starting_cash"],
                daysPerYear: row["days_per_year"],
                way: SimulationSettings.Way(rawValue: row["way"]) ?? .walk),
            candlesPerYear: row["candles_per_year"], engineVersion: row["engine_version"])
    }
}

extension Database {
    /// Inserts one row of named values and gives its number.
    func insert(
        into table: String, _ columns: [(name: String, value: (any DatabaseValueConvertible)?)]
    ) throws -> Int64 {
        let names = columns.map(\.name.quotedDatabaseIdentifier).joined(separator: ", ")
        let places = databaseQuestionMarks(count: columns.count)
        try execute(
            sql: "INSERT INTO \(table) (\(names)) VALUES (\(places))",
            arguments: StatementArguments(columns.map(\.value)))
        return lastInsertedRowID
    }
}
