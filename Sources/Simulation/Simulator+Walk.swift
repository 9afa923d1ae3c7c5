import Candles

extension Simulator {
    /// The reference: every event of every candle in its order.
    func walk<Source: OrderSource>(_ account: inout Account, _ source: inout Source) throws(Source.Failure) {
        let (open, high, low, close) = (candles.open.span, candles.high.span, candles.low.span, candles.close.span)
        let rule = settings.fillRule
        var pending: Order?
        for index in candles.traded {
            if rule == .nextOpen, let order = pending {
                account.fill(order, index: index, price: open[index])
                pending = nil
            }
            if let bracket = account.position?.bracket, !bracket.isEmpty {
                if let exit = bracket.exit(open: open[index], high: high[index], low: low[index]) {
                    account.leave(index: index, price: exit.price, reason: exit.reason)
                } else {
                    account.position?.bracket.follow(high: high[index], low: low[index])
                }
            }
            if rule == .nextClose, let order = pending {
                account.fill(order, index: index, price: close[index])
                pending = nil
            }
            let order = account.decision(try source.order(at: index, holding: account.state), at: index)
            if rule == .close, let order {
                account.fill(order, index: index, price: close[index])
            } else {
                pending = order
            }
        }
    }
}
