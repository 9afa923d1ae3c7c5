import Candles

extension Simulator {
    /// The reference: every event of every candle in its order.
    func walk(_ account: inout Account, _ source: inout some OrderSource) {
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
            let order = decision(at: index, account, &source)
            if rule == .close, let order {
                account.fill(order, index: index, price: close[index])
            } else {
                pending = order
            }
        }
    }

    /// The order made at the close of candle `index`: the source's, else the exit at the time limit.
    @inline(__always)
    func decision(at index: Int, _ account: borrowing Account, _ source: inout some OrderSource) -> Order? {
        if let order = source.order(at: index, holding: account.position), !account.holdsAlready(order) { return order }
        return account.position.map { $0.lastDecision <= index } ?? false ? .exit(.timeLimit) : nil
    }
}
