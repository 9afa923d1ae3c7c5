import Candles
import Simulation

/// Signals as a function that is asked at each close, as `on_candle` is: the second member behind the simulator's door.
struct CandleByCandle: OrderSource {
    let signals: Signals
    /// In place of the size of the signals.
    var sizing: Sizing?
    private(set) var conflictingEntries = 0
    private(set) var asked: [Int] = []

    init(_ signals: Signals, sizing: Sizing? = nil) {
        self.signals = signals
        self.sizing = sizing
    }

    mutating func order(at index: Int, holding account: AccountState) -> Order? {
        asked.append(index)
        let long = signals.long.map { $0.entry[index] } ?? false
        let short = signals.short.map { $0.entry[index] } ?? false
        switch account.position?.side {
        case nil where long && short:
            conflictingEntries += 1
            return nil
        case nil:
            return long ? enter(.long, index) : short ? enter(.short, index) : nil
        case .long:
            if short { return enter(.short, index) }
            return signals.long.map { $0.exit[index] } ?? false ? .exit(.exit) : nil
        case .short:
            if long { return enter(.long, index) }
            return signals.short.map { $0.exit[index] } ?? false ? .exit(.exit) : nil
        }
    }

    private func enter(_ side: Side, _ index: Int) -> Order {
        .enter(
            side, sizing ?? .fractionOfEquity(signals.size[index]),
            Protection(
                stopLoss: signals.stopLoss?[index] ?? .nan, takeProfit: signals.takeProfit?[index] ?? .nan,
                trailingStop: signals.trailingStop?[index] ?? .nan, timeLimit: signals.timeLimit?[index] ?? .nan))
    }
}
