import ArgumentParser
import Console
import Store

struct TrialsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trials", abstract: "The trials of a study: parameters, state, metrics.",
        discussion: "By number and with --format csv, equal searches give equal bytes.")

    @Argument(help: "A study: s12, a name, or newest.")
    var study = "newest"

    @Option(help: "Only the best so many, the best first.", transform: Count.positive)
    var top: Int?

    @OptionGroup var metrics: MetricOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let results = try home.workbench.results(.readOnly)
        let study = try results.study(study)
        let table = try results.trialTable(
            of: study, order: top == nil ? .number : .objective, limit: top,
            metrics: metrics.metrics.names(from: results.metrics(of: study), objective: study.plan.objective.metric))
        try format.print(TextTable(table))
    }
}
