// Every trial becomes a row, and SQLite is the largest single cost of a cheap trial, so rows go in by batches. The
// leaderboard is read at the end of each search, and again whenever somebody looks.

import Candles
import Foundation
import Metrics
import Search
import Simulation
import Store

enum StoreBenchmarks {
    static var all: [Subject] {
        [
            Subject("store.insert") {
                var study = try StoredStudy()
                return Work(per: "trial with all metrics, 256 at a time", count: 256) { try study.insert(256) }
            },
            Subject("store.leaderboard") {
                let study = try StoredStudy(trials: 100_000)
                let query = try study.store.query(named: "leaderboard")
                return Work(per: "leaderboard of 1,000 among 100,000 trials") {
                    keep(try study.store.run(query, limits: QueryLimits(seconds: 60, rows: 1000)))
                }
            },
            Subject("store.best") {
                let study = try StoredStudy(trials: 100_000)
                return Work(per: "best ten of 100,000 trials") {
                    keep(try study.store.trials(of: study.record, order: .objective, limit: 10))
                }
            },
        ]
    }
}

/// A study in a database of its own, with trials that nobody evaluated.
private struct StoredStudy {
    let store: ResultStore
    let record: StudyRecord
    private let metrics = MetricCatalog.all.map(\.name)
    private var next = 0

    init(trials: Int = 0) throws {
        store = try ResultStore(home: Scratch.makeFolder(), access: .readWrite)
        let candles = CandleSlice(
            symbol: "BTC_USDT", timeframe: "5m", firstTime: 0, lastTime: 2_999_700_000, count: 10_000,
            contentHash: "none")
        let provenance = Provenance(
            strategy: "crossing", script: "return {}", scriptHash: "none", candles: candles, lookbackCandles: 10_000,
            warmupCandles: 0, settings: SimulationSettings(), engineVersion: "none")
        record = try store.createStudy(
            StudyPlan(
                provenance: provenance, sampler: "random", seed: Seed(1), trials: max(trials, 1),
                objective: Objective(metric: "sharpe")))
        while next < trials { try insert(min(10_000, trials - next)) }
    }

    mutating func insert(_ count: Int) throws {
        try store.insert((next..<next + count).map(trial), into: record, metrics: metrics)
        next += count
    }

    private func trial(_ number: Int) -> Trial {
        // Multiples of an irrational number wander evenly: values that differ, and in no order.
        let turns = Double(number) * 0.6180339887498949
        let value = turns - turns.rounded(.down)
        return Trial(
            number: number,
            parameters: Parameters([
                "fast": .integer(number % 60), "slow": .integer(number % 240), "stop": .real(value),
            ]),
            outcome: .complete(metrics.indices.map { value * Double($0 + 1) }), duration: 40_000, worker: 0)
    }
}
