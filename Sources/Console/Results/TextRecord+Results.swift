import Candles
import Metrics
import Search
import Store

extension TextRecord {
    /// What a result was made from.
    package mutating func add(_ provenance: Provenance) {
        let candles = provenance.candles
        group("Market")
        add("symbol", .text(candles.symbol), .text)
        add("timeframe", .text(candles.timeframe), .text)
        let traded = provenance.tradedCandles
        add("candles", .integer(traded), .count)
        if let timeframe = Timeframe(candles.timeframe) {
            add("lookback", .text(timeframe.text(candles: traded)), .text)
        }
        add("warmup_candles", .integer(provenance.warmupCandles), .count)
        if provenance.lookbackCandles != traded {
            add("candles_asked", .integer(provenance.lookbackCandles), .count)
        }
        let times = [candles.firstTime, candles.lastTime].map { TimeText.text($0) }
        let rest = provenance.warmupCandles > 0 ? ", warm-up included" : ""
        add("times", .text(times.joined(separator: " to ") + rest), .text)
        if let candles = provenance.candlesPerYear, let days = provenance.settings.daysPerYear {
            let of = [days, candles].map { CountText.text(Int($0.rounded())) }
            add("year", .text("\(of[0]) days, \(of[1]) candles"), .text)
        }
        group("Costs")
        let settings = provenance.settings
        add("fee", .real(settings.costs.fee))
        add("slippage", .real(settings.costs.slippage))
        add("fill", .text(settings.fillRule.rawValue), .text)
        add("cash", .real(settings.startingCash), .money)
    }

    /// The metrics that are wanted, by name.
    package mutating func add(
        _ metrics: [String], _ values: [Double], _ choice: MetricChoice, objective: String? = nil
    ) {
        let values = Dictionary(zip(metrics, values), uniquingKeysWith: { $1 })
        for name in choice.names(from: metrics, objective: objective) {
            guard let value = values[name] else { continue }
            add(name, .real(value), MetricCatalog.named(name).map { TextColumn.Kind($0.unit) } ?? .plain)
        }
    }

    package mutating func add(_ parameters: Parameters) {
        add("parameters", .text(parameters.entries.isEmpty ? "none" : parameters.description), .text)
    }
}

extension Provenance {
    /// Candles that were traded and counted: as many as asked for, or as there were.
    package var tradedCandles: Int { candles.count - warmupCandles }
}
