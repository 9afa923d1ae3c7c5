import Simulation
import Strategies

extension Signals {
    /// The first candle before `end` at which the two wish for different things, and what.
    func firstDifference(from other: Signals, before end: Int) -> (signal: String, index: Int)? {
        let masks = [
            ("long.entry", long?.entry, other.long?.entry), ("long.exit", long?.exit, other.long?.exit),
            ("short.entry", short?.entry, other.short?.entry), ("short.exit", short?.exit, other.short?.exit),
        ]
        for (name, mine, theirs) in masks {
            let index = (0..<end).first { (mine?[$0] ?? false) != (theirs?[$0] ?? false) }
            if let index { return (name, index) }
        }
        let levels = [
            ("size", size, other.size), ("stop_loss", stopLoss, other.stopLoss),
            ("take_profit", takeProfit, other.takeProfit), ("trailing_stop", trailingStop, other.trailingStop),
            ("time_limit", timeLimit, other.timeLimit),
        ]
        for (name, mine, theirs) in levels {
            let index = (0..<end).first { !Self.same(mine?[$0], theirs?[$0]) }
            if let index { return (name, index) }
        }
        return nil
    }

    /// Equal, or both without a value. Ticks of a cut column may round another way, hence the little room.
    fileprivate static func same(_ left: Double?, _ right: Double?) -> Bool {
        let (left, right) = (left ?? .nan, right ?? .nan)
        if left.isNaN || right.isNaN { return left.isNaN && right.isNaN }
        return (left - right).magnitude <= 1e-9 * max(left.magnitude, right.magnitude)
    }
}

extension OrderNote {
    /// The first order before candle `end` that only one of the two has, or that asks for something else.
    static func firstDifference(_ mine: [OrderNote], _ theirs: [OrderNote], before end: Int) -> OrderNote? {
        let (mine, theirs) = (mine.prefix { $0.index < end }, theirs.prefix { $0.index < end })
        for (one, other) in zip(mine, theirs) where !one.asksTheSame(as: other) {
            return one.index <= other.index ? one : other
        }
        return mine.count > theirs.count ? mine[theirs.count] : theirs.count > mine.count ? theirs[mine.count] : nil
    }

    private func asksTheSame(as other: OrderNote) -> Bool {
        guard index == other.index else { return false }
        switch (order, other.order) {
        case (
            .enter(let side, .fractionOfEquity(let size), let mine),
            .enter(let otherSide, .fractionOfEquity(let otherSize), let theirs)
        ):
            let pairs = [
                (size, otherSize), (mine.stopLoss, theirs.stopLoss), (mine.takeProfit, theirs.takeProfit),
                (mine.trailingStop, theirs.trailingStop), (mine.timeLimit, theirs.timeLimit),
            ]
            return side == otherSide && pairs.allSatisfy { Signals.same($0, $1) }
        default: return order == other.order
        }
    }
}
