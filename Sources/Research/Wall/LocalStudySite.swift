import Candles
import Search

/// A study in this process, without a wall.
final class LocalStudySite: StudySite {
    private let order: StudyOrder
    private var prepared: PreparedStudy?
    private var begun: (study: Study, market: Market)?

    init(_ order: StudyOrder) { self.order = order }

    func outline() throws -> StudyOutline {
        let prepared = try PreparedStudy(order)
        self.prepared = prepared
        return prepared.outline
    }

    func begin(_ candles: CandleSeries, earlier: [Trial]) throws {
        guard let prepared else { preconditionFailure("a study begins with its outline") }
        begun = (try prepared.study(resuming: earlier), Market(candles, settings: order.settings))
    }

    func runner(
        sink: @escaping @Sendable ([Trial]) throws -> Void, history: @escaping @Sendable () throws -> [Trial]
    ) throws -> any RunningStudy {
        guard let prepared, let (study, market) = begun else { preconditionFailure("a study that has not begun") }
        return StudyRunner(
            study, workers: order.workers, timeLimit: order.timeLimit,
            evaluator: { _ in try prepared.evaluator(market) }, sink: sink)
    }
}
