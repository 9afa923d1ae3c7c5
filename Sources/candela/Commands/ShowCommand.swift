import ArgumentParser
import Console
import Foundation
import Store

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One study, trial or saved backtest: what it was made from and what came out.")

    @Argument(help: "s12 or a name for a study, t12.345 for a trial, b7 for a backtest.")
    var id: String

    @Flag(help: "The trades of a backtest instead.")
    var trades = false

    @OptionGroup var metrics: MetricOptions
    @OptionGroup var home: HomeOptions
    @OptionGroup var format: FormatOptions

    func run() throws {
        let results = try home.workbench.results(.readOnly)
        let reference = ResultID(id)
        if trades {
            guard case .backtest(let id) = reference else {
                throw CommandError(
                    sentence: "\(self.id): trades are stored of saved backtests only, such as b7", ending: .usage)
            }
            return try format.print(TextTable(results.trades(ofBacktest: id)))
        }
        switch reference {
        case .trial(let study, let number):
            try format.print(
                TextRecord(
                    results.trial(number, ofStudy: study), of: results.study(study), metrics: metrics.metrics))
        case .backtest(let id):
            let equity = try format.isForReading ? results.equity(ofBacktest: id) : nil
            try format.print(TextRecord(results.backtest(id), equity: equity, metrics: metrics.metrics))
        case .study, nil: try format.print(TextRecord(results.summary(ofStudy: results.study(id).id)))
        }
    }
}
