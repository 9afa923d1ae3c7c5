import Candles
import Search

/// Where the trials of a study are evaluated: this process, or a child behind the wall.
///
/// Used in this order: `outline`, `begin`, `runner`, each once.
protocol StudySite {
    /// Loads the script, and says what is known then; what is wrong with script or sampler is thrown.
    func outline() throws -> StudyOutline

    /// The candles, warm-up included, and the trials that earlier starts have stored.
    func begin(_ candles: CandleSeries, earlier: [Trial]) throws

    /// The study, ready to run. `sink` is called on one thread and has stored the trials when it returns; `history` gives
    /// all that are stored.
    func runner(
        sink: @escaping @Sendable ([Trial]) throws -> Void, history: @escaping @Sendable () throws -> [Trial]
    ) throws -> any RunningStudy
}

/// A study that runs, wherever that is.
protocol RunningStudy: Sendable {
    var progress: StudyProgress { get }

    /// Ends it soon as interrupted; from any thread.
    func cancel()

    /// Runs it to its end. To be called once.
    func run() throws -> StudyState
}

extension StudyRunner: RunningStudy {}

/// What is known of a study once its script is loaded.
struct StudyOutline: Hashable, Sendable {
    /// As the script calls itself.
    let strategy: String
    /// Candles of warm-up that all trials get.
    let warmup: Int
    /// Trials at most.
    let trials: Int
    /// The names of the parameters in order, and how many points they have; nil for a continuum.
    let parameters: [String]
    let points: Int?
}
