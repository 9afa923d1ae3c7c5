import Candles

extension Simulator {
    /// For a source that wants each close: it is asked for a stretch of candles at a time.
    ///
    /// As long as nothing is filled the account stays as it is, so the stretch ends where the bracket is touched or the
    /// time limit is reached, and the source is asked up to there. Same fills as `walk`, to the bit.
    func stride<Source: OrderSource>(_ account: inout Account, _ source: inout Source) throws(Source.Failure) {
        let (open, high, low, close) = (candles.open.span, candles.high.span, candles.low.span, candles.close.span)
        let (rule, end) = (settings.fillRule, candles.count)
        var index = candles.warmup  // the next candle whose close may bring an order
        var unguarded = index  // the next candle that has not been held against the bracket
        while index < end {
            let last = account.position.map { $0.strideEnd(from: index, before: end) } ?? end
            let touched = account.firstTouch(in: unguarded..<last, high, low)
            let asked = index..<(touched ?? last)
            let found = try source.firstOrder(in: asked, holding: account.state)
            guard found != nil || touched == nil else {
                index = account.guardCandles(unguarded..<asked.upperBound + 1, open, high, low) ?? asked.upperBound
                continue
            }
            let next = found?.index ?? last - 1
            _ = account.guardCandles(unguarded..<next + 1, open, high, low)
            unguarded = next + 1
            index = next + 1
            guard let order = account.decision(found?.order, at: next) else { continue }
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

extension Position {
    /// Candles that are held against a bracket before the source is asked at their closes: more of them cost time where
    /// an order comes early.
    private static let strideLength = 256

    /// Behind the last candle of a stretch that begins at `index`: the time limit ends it.
    fileprivate func strideEnd(from index: Int, before end: Int) -> Int {
        let end = bracket.isEmpty ? end : min(end, index + Self.strideLength)
        return lastDecision < end ? max(lastDecision, index) + 1 : end
    }
}

extension Account {
    /// The first of these candles that touches the bracket; nothing is changed.
    fileprivate func firstTouch(in range: Range<Int>, _ high: Span<Double>, _ low: Span<Double>) -> Int? {
        guard var bracket = position?.bracket, !bracket.isEmpty else { return nil }
        return bracket.firstTouch(in: range, high, low)
    }
}
