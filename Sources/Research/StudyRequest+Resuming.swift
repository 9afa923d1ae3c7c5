import Candles
import Store
import Strategies

extension StudyRequest {
    /// What `record` was asked for, to go on with it: its candles, sampler, seed, objective and costs.
    ///
    /// `script` in place of the one on the shelf or in the store.
    package init(resuming record: StudyRecord, script: StrategyScript? = nil, in workbench: Workbench) throws {
        let (plan, provenance) = (record.plan, record.plan.provenance)
        let slice = provenance.candles
        let file = try workbench.archive.open(symbol: slice.symbol, timeframe: Timeframe(slice.timeframe))
        let range = try file.range(from: slice.firstTime, to: slice.lastTime + 1)
        guard range.count == slice.count, slice.count > provenance.warmupCandles else {
            throw ResearchError.cannotResume(
                study: record.resultID.description, what: "the candles are others than those it began with")
        }
        let first = try file.candles(range).time[provenance.warmupCandles]
        self.init(
            script: try script ?? Self.script(of: provenance, on: workbench.shelf),
            selection: try CandleSelection(file, .between(from: first, to: slice.lastTime + 1)))
        warmup = provenance.warmupCandles
        sampler = plan.sampler
        trials = plan.trials
        seed = plan.seed.value
        objective = plan.objective
        settings = provenance.settings
    }

    /// The script on the shelf; of one that was given by its path the text that the store keeps.
    private static func script(of provenance: Provenance, on shelf: StrategyShelf) throws -> StrategyScript {
        let name = provenance.strategy
        do throws(StrategyError) { return try shelf.script(name) } catch {
            let kept = shelf.script(name, shownAs: name + ".lua", text: provenance.script)
            guard case .notOnShelf = error, kept.fingerprint == provenance.scriptHash else { throw error }
            return kept
        }
    }
}
