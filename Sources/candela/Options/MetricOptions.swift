import ArgumentParser
import Console
import Metrics

/// Which metrics are printed.
struct MetricOptions: ParsableArguments {
    @Option(
        help: "Which metrics: headline, all, or names as in sharpe,sqn. (default: headline)", transform: Self.choice)
    var metrics = MetricChoice.headline

    private static func choice(_ text: String) throws -> MetricChoice {
        switch text {
        case "headline": return .headline
        case "all": return .all
        default:
            let names = text.split(separator: ",").map(String.init)
            if let unknown = names.first(where: { MetricCatalog.named($0) == nil }) ?? (names.isEmpty ? text : nil) {
                throw ValidationError("there is no metric \(unknown): candela reference metrics lists them")
            }
            return .named(names)
        }
    }
}
