import Foundation
import Research
import Search
import Store
import Strategies

/// A wall with the program that lies beside the running tests, and the processes behind it.
struct TestedWall {
    let wall: Wall
    private let tag = "tag=\(UUID().uuidString)"

    /// `words` are faults to be played, as `Rehearsal` says.
    init(_ words: String...) {
        let folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        wall = Wall(program: folder.appending(path: "candela").path, arguments: ["study-process", tag] + words)
    }

    /// The processes behind this wall that live.
    var children: [Int32] {
        let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return processes.compactMap { Int32($0) }.filter { id in
            guard let words = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") else { return false }
            return String(decoding: words, as: UTF8.self).contains(tag)
        }
    }
}

extension TemporaryHome {
    /// A search of the crossing in this home, with all that decides its numbers the same each time.
    func request(trials: Int = 100, workers: Int = 2) -> StudyRequest {
        var request = StudyRequest(script: Samples.crossover, selection: Samples.candles())
        request.trials = trials
        request.workers = workers
        request.seed = 7
        return request
    }

    /// The rows of the trial table, each as one text.
    func table(_ run: StudyRun, in results: ResultStore) throws -> [String] {
        try results.trialTable(of: results.study(run.record.id)).rows.map { "\($0)" }
    }
}
