import ArgumentParser
import Console
import Research

struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Put results beside one another: trials, saved backtests, the best of studies.")

    @Argument(help: "t12.345 a trial, b7 a saved backtest, s12 the best trial of a study.")
    var ids: [String]

    @OptionGroup var metrics: MetricOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let results = try home.workbench.results(.readOnly)
        var columns: [Comparison.Column] = []
        var failures: [Diagnosis] = []
        for id in ids {
            do {
                columns += try Comparison(of: [id], in: results).columns
            } catch {
                failures.append(Diagnosis(error))
                failures.last?.report()
            }
        }
        if !columns.isEmpty {
            try format.print(TextTable(Comparison(columns, order: metrics.metrics.names(from: results.metrics))))
        }
        guard let first = failures.first else { return }
        throw (columns.isEmpty ? first.ending : .partly).code
    }
}
