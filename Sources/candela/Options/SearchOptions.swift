import ArgumentParser
import Metrics
import Search

/// How parameters are searched.
struct SearchOptions: ParsableArguments {
    @Option(help: "How parameters are chosen: \(Self.samplers). (default: random)")
    var sampler: String?

    @Option(help: "How many trials. (default: 100; for a grid all of it)", transform: Count.positive)
    var trials: Int?

    @Option(help: "Where the randomness starts. (default: 1)")
    var seed: UInt64?

    @Option(
        help: ArgumentHelp("The metric to pursue. (default: sharpe:maximize)", valueName: "metric[:maximize|minimize]"),
        transform: Self.objective)
    var objective: Objective?

    @Option(help: "Stop after so long, such as 30s, 90m or 12h. (default: 12h)", transform: TimeSpan.read)
    var timeout: Duration?

    @Option(help: "Fail a trial that takes so long. (default: 60s)", transform: TimeSpan.read)
    var trialTimeout: Duration?

    private static let samplers = SamplerCatalog.all.map(\.name).joined(separator: ", ")

    /// `sharpe`, the better way understood, or `sharpe:minimize`.
    private static func objective(_ text: String) throws -> Objective {
        let words = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let metric = MetricCatalog.named(words[0]) else {
            throw ValidationError("expected one of \(MetricCatalog.all.map(\.name).joined(separator: ", "))")
        }
        guard words.count == 2 else {
            return Objective(metric: metric.name, direction: metric.better == .lower ? .minimize : .maximize)
        }
        guard let direction = Direction(rawValue: words[1]) else {
            throw ValidationError("expected maximize or minimize after the colon")
        }
        return Objective(metric: metric.name, direction: direction)
    }
}
