import Metrics
import Search
import Store

extension TextCell {
    package init(_ value: QueryValue) {
        switch value {
        case .null: self = .none
        case .integer(let integer): self = .integer(Int(integer))
        case .real(let real): self = .real(real)
        case .text(let text): self = .text(text)
        case .blob: self = .text(value.description)
        }
    }
}

extension TextColumn {
    /// A column of the database: a metric is shown as its unit asks for.
    package init(stored name: String) {
        let kind: Kind = name == "objective_value" ? .ratio : MetricCatalog.named(name).map { Kind($0.unit) } ?? .plain
        self.init(name, kind)
    }
}

extension TextTable {
    package init(_ answer: QueryResult) {
        self.init(
            columns: answer.columns.map(TextColumn.init(stored:)), rows: answer.rows.map { $0.map { TextCell($0) } })
    }

    package init(_ trials: TrialTable) {
        self.init(
            columns: trials.columns.map(TextColumn.init(stored:)), rows: trials.rows.map { $0.map { TextCell($0) } })
    }
}

extension TextCell {
    package init(_ value: ParameterValue) {
        switch value {
        case .integer(let integer): self = .integer(integer)
        case .real(let real): self = .real(real)
        case .text(let text): self = .text(text)
        case .boolean(let flag): self = .boolean(flag)
        }
    }
}
