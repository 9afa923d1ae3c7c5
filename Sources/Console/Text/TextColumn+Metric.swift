import Metrics

extension TextColumn.Kind {
    /// How people like to read a metric of this unit.
    package init(_ unit: Metric.Unit) {
        switch unit {
        case .fraction: self = .fraction
        case .ratio: self = .ratio
        case .count, .candles: self = .count
        case .money: self = .money
        }
    }
}
