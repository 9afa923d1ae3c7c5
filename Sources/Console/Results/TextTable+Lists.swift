import Candles
import Metrics
import Research
import Store
import Strategies

extension TextTable {
    /// What is stored, a market a line; damaged ones come last, with a column that says what is wrong.
    package init(_ listing: ArchiveListing) {
        let columns = [
            TextColumn("symbol", .text), TextColumn("timeframe", .text), TextColumn("candles", .count),
            TextColumn("first", .time), TextColumn("last", .time), TextColumn("time_span", .text), TextColumn("tick"),
        ]
        let hasDamage = !listing.damaged.isEmpty
        self.init(columns: columns + (hasDamage ? [TextColumn("damage", .text)] : []))
        for market in listing.markets {
            let days = NumberText.fixed(market.timeframe.days(market.count), decimals: 1, groups: true)
            let cells: [TextCell] = [
                .text(market.symbol), .text(market.timeframe.description), .integer(market.count),
                .time(market.times.lowerBound), .time(market.times.upperBound), .text(days + " days"),
                market.tick.map { .real(1 / $0.perUnit) } ?? .none,
            ]
            append(cells + (hasDamage ? [.none] : []))
        }
        for market in listing.damaged {
            let timeframe: TextCell = market.timeframe.map { .text($0.description) } ?? .none
            let unknown = [TextCell](repeating: .none, count: columns.count - 2)
            append([.text(market.symbol), timeframe] + unknown + [.text(market.damage)])
        }
    }

    /// Studies, a line each.
    package init(_ studies: [StudySummary]) {
        self.init(
            columns: [
                TextColumn("study", .text), TextColumn("name", .text), TextColumn("strategy", .text),
                TextColumn("symbol", .text), TextColumn("timeframe", .text), TextColumn("candles", .count),
                TextColumn("sampler", .text), TextColumn("state", .text), TextColumn("trials", .count),
                TextColumn("failed", .count), TextColumn("objective", .text), TextColumn("best", .ratio),
                TextColumn("best_trial", .text), TextColumn("created", .time),
            ],
            rows: studies.map { summary in
                let (study, plan) = (summary.study, summary.study.plan)
                return [
                    .text(study.resultID.description), study.name.map { .text($0) } ?? .none,
                    .text(plan.provenance.strategy), .text(plan.provenance.candles.symbol),
                    .text(plan.provenance.candles.timeframe), .integer(plan.provenance.tradedCandles),
                    .text(plan.sampler), .text(study.state.rawValue),
                    .integer(summary.complete + summary.pruned + summary.failed), .integer(summary.failed),
                    .text(plan.objective.description), .real(summary.best),
                    summary.bestTrial.map { .text($0.description) } ?? .none,
                    .moment(study.createdAt),
                ]
            })
    }

    /// Stored queries, a line each.
    package init(_ queries: [StoredQuery]) {
        self.init(
            columns: ["name", "parameters", "description"].map { TextColumn($0, .text) },
            rows: queries.map { query in
                [
                    .text(query.name), .text(query.parameters.map(\.declaration).joined(separator: " ")),
                    .text(query.description),
                ]
            })
    }

    /// Scripts on the shelf, a line each.
    package init(_ scripts: [StrategyScript]) {
        self.init(
            columns: ["name", "idea", "path"].map { TextColumn($0, .text) },
            rows: scripts.map { [.text($0.name), .text($0.description.first ?? ""), .text($0.path)] })
    }

    /// Results side by side, a line each; JSON and CSV have a column a parameter and a metric.
    package init(_ comparison: Comparison) {
        self.init(
            columns: [TextColumn("result", .text)] + comparison.parameters.map { TextColumn($0) }
                + comparison.metrics.map(TextColumn.init(stored:)))
        for column in comparison.columns {
            append(
                [.text(column.title)]
                    + comparison.parameters.map { name in column.parameters[name].map { TextCell($0) } ?? .none }
                    + comparison.metrics.map { .real(column.metrics[$0] ?? .nan) })
        }
    }
}

extension QueryParameter {
    /// As `query save --param` takes it.
    package var declaration: String { "\(name):\(kind.rawValue)" + (defaultValue.map { "=\($0)" } ?? "") }
}
