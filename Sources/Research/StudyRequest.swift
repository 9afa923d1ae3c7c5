import Metrics
import Search
import Simulation
import Strategies

/// All that a search is asked for. What decides the numbers is apart from `workers` and the limits, which do not.
package struct StudyRequest: Sendable {
    package let script: StrategyScript
    package let selection: CandleSelection
    /// In place of what the strategy says.
    package var warmup: Int?
    package var sampler = "random"
    /// nil: 100, or for a grid all of it.
    package var trials: Int?
    package var seed: UInt64 = 1
    package var objective = Objective(metric: "sharpe")
    package var settings = SimulationSettings()

    package var workers = WorkerPlan.machine().workers
    package var timeLimit: Duration = .seconds(12 * 3600)
    package var trialTimeLimit: Duration = .seconds(60)

    package init(script: StrategyScript, selection: CandleSelection) {
        self.script = script
        self.selection = selection
    }

    func check() throws(ResearchError) {
        guard MetricCatalog.named(objective.metric) != nil else {
            throw .unknownMetric(objective.metric, known: MetricCatalog.all.map(\.name))
        }
        guard trials.map({ $0 > 0 }) ?? true else {
            throw .outOfRange(name: "the number of trials", value: "\(trials ?? 0)", expected: "1 or more")
        }
        guard workers > 0 else {
            throw .outOfRange(name: "the number of workers", value: "\(workers)", expected: "1 or more")
        }
        guard timeLimit > .zero else {
            throw .outOfRange(name: "the time limit", value: "\(timeLimit)", expected: "a time above 0")
        }
    }
}
