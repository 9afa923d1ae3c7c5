// A search is what Candela is for: thousands of trials of some microseconds each, so whatever is paid once a trial
// counts: the sampler, the queue between threads, the row in SQLite. The grids are those of the run beside the peers.

import Candles
import Foundation
import Research
import Search
import Store

enum SearchBenchmarks {
    static var all: [Subject] {
        [
            Subject("search.random") {
                let space = try SearchSpace([.integer("fast", 1, 100_000), .integer("slow", 1, 100_000)])
                let study = try Study(
                    StudySettings(
                        space: space, sampler: "random", trials: nil, objective: Objective(metric: "sharpe"),
                        metrics: ["sharpe"]))
                return Work(per: "trial asked for and told, 256 at a time", count: 256) {
                    let proposals = try study.ask(256)
                    study.tell(
                        proposals.map {
                            Trial(
                                number: $0.number, parameters: $0.parameters, outcome: .complete([1]), duration: 0,
                                worker: 0)
                        })
                }
            },
            grid(1000, workers: 1),
            grid(1000, workers: 2),
            grid(10_000, workers: 1),
            grid(10_000, workers: 2),
        ]
    }

    /// A whole search: the script read, the store opened, the study made and run, every trial stored.
    private static func grid(_ trials: Int, workers: Int) -> Subject {
        Subject("search.grid_\(trials).workers_\(workers)") {
            let workbench = Workbench(home: Home(try Scratch.makeFolder().path))
            let candles = CandleSelection(Samples.tenThousand)
            return Work(per: "trial of a crossing on 10,000 candles, everything included", count: trials) {
                var request = StudyRequest(script: try Samples.script("crossing_\(trials)"), selection: candles)
                request.sampler = "grid"
                request.workers = workers
                let results = try workbench.results(.readWrite)
                let run = try StudyRun(request, in: results)
                let state = try run.run()
                precondition(run.progress.done == trials, "the grid ended as \(state) at \(run.progress.done)")
                try results.close()
            }
        }
    }
}
