import Candles

extension Simulator {
    /// From event to event: between two of them nothing happens to a position.
    func jump(_ account: inout Account, _ source: inout SignalOrders) {
        let (open, high, low, close) = (candles.open.span, candles.high.span, candles.low.span, candles.close.span)
        let (rule, end) = (settings.fillRule, candles.count)
        var index = candles.warmup  // the next candle whose close may bring an order
        var unguarded = index  // the next candle that has not been held against the bracket
        while index < end {
            let limit = account.position?.lastDecision ?? .max
            let next = max(index, min(source.nextDecision(from: index, holding: account.position?.side), limit))
            if let hit = account.guardCandles(unguarded..<min(next, end - 1) + 1, open, high, low) {
                index = hit
                continue
            }
            guard next < end else { return }
            unguarded = next + 1
            index = next + 1
            let wish = source.order(at: next, holding: account.state)
            guard let order = account.decision(wish, at: next) else { continue }
            let filled = next + rule.delay
            guard filled < end else { return }
            if rule == .nextClose {
                _ = account.guardCandles(filled..<filled + 1, open, high, low)
                unguarded = filled + 1
            }
            account.fill(order, index: filled, price: rule == .nextOpen ? open[filled] : close[filled])
        }
    }
}

extension Account {
    /// Leaves the position in the first of these candles that touches its bracket, and says in which.
    @inline(__always)
    mutating func guardCandles(
        _ range: Range<Int>, _ open: Span<Double>, _ high: Span<Double>, _ low: Span<Double>
    ) -> Int? {
        guard var bracket = position?.bracket, !bracket.isEmpty else { return nil }
        let touched = bracket.firstTouch(in: range, high, low)
        guard let touched, let exit = bracket.exit(open: open[touched], high: high[touched], low: low[touched]) else {
            position?.bracket = bracket
            return nil
        }
        leave(index: touched, price: exit.price, reason: exit.reason)
        return touched
    }
}

extension Bracket {
    /// The first of these candles that touches either price, the trailing stop following on the way.
    mutating func firstTouch(in range: Range<Int>, _ high: Span<Double>, _ low: Span<Double>) -> Int? {
        var index = range.lowerBound
        if isTrailed {
            while index < range.upperBound, !isTouched(high: high[index], low: low[index]) {
                follow(high: high[index], low: low[index])
                index += 1
            }
        } else {
            while index < range.upperBound, !isTouched(high: high[index], low: low[index]) { index += 1 }
        }
        return index < range.upperBound ? index : nil
    }
}
