import Foundation

extension Metric {
    /// How straight the logarithm of equity rises: 1 on a line.
    package static let stability = Metric(
        "stability", title: "Stability",
        formula: "squared correlation of the sum of log(1 + return) with time",
        undefined: "where equity does not move, or falls to 0",
        source: "empyrical's stability_of_timeseries",
        unit: .ratio, better: .higher, cost: .candles
    ) { $0.returns.stability }
}

extension ReturnSeries {
    var stability: Double {
        guard values.allSatisfy({ $0 > -1 }) else { return .nan }
        var sum = 0.0
        let logs = ReturnSeries(
            values.map {
                sum += log1p($0)
                return sum
            })
        let line = Regression(of: logs, on: ReturnSeries(values.indices.map(Double.init)))
        return line.correlation * line.correlation
    }
}
