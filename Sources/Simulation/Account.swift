/// Cash and position of one simulation, and the record of what happened to them.
///
/// All money is computed here and nowhere else, so two ways through the candles that call it alike agree to the bit.
/// Its functions are inlined: handing orders and positions from one to the next cost as much as all the rest (20 µs
/// instead of 10 for 150 trades).
struct Account {
    private let settings: SimulationSettings
    private let end: Int
    private(set) var cash: Double
    var position: Position?

    private(set) var fills: [Fill] = []
    private(set) var trades: [Trade] = []
    private(set) var holdings: [Backtest.Holding] = []
    private(set) var rejectedEntries = 0
    private(set) var exposedCandles = 0

    /// The first candle at whose close the present cash and units are held.
    private var heldFrom: Int
    /// Candles before this one are counted in `exposedCandles` already.
    private var exposedUntil: Int

    init(settings: SimulationSettings, traded: Range<Int>, expectedTrades: Int) {
        self.settings = settings
        cash = settings.startingCash
        (heldFrom, exposedUntil, end) = (traded.lowerBound, traded.lowerBound, traded.upperBound)
        fills.reserveCapacity(2 * expectedTrades + 2)
        trades.reserveCapacity(expectedTrades + 1)
        holdings.reserveCapacity(2 * expectedTrades + 2)
    }

    /// Fills a market order in candle `index`, where `price` is seen.
    @inline(__always)
    mutating func fill(_ order: Order, index: Int, price: Double) {
        switch order {
        case .exit(let reason):
            leaveAtMarket(index: index, price: price, reason: reason)
        case .enter(let side, let sizing, let protection):
            if holdsAlready(order) { return }
            leaveAtMarket(index: index, price: price, reason: .reversal)
            enter(side, sizing, protection, index: index, price: price)
        }
    }

    /// What a source of orders may know.
    @inline(__always)
    var state: AccountState { AccountState(cash: cash, position: position) }

    /// The order that counts at the close of candle `index`: that of the source, else the exit at the time limit.
    @inline(__always)
    func decision(_ order: Order?, at index: Int) -> Order? {
        if let order, !holdsAlready(order) { return order }
        return position.map { $0.lastDecision <= index } ?? false ? .exit(.timeLimit) : nil
    }

    /// Whether an order asks for what is held: the same entry again, which is ignored.
    @inline(__always)
    func holdsAlready(_ order: Order) -> Bool {
        if case .enter(let side, _, _) = order { position?.side == side } else { false }
    }

    /// Leaves what is held at exactly `price`.
    @inline(__always)
    mutating func leave(index: Int, price: Double, reason: Fill.Reason) {
        guard let position else { return }
        settle(before: index)
        let value = -position.units * price
        let fee = value.magnitude * settings.costs.fee
        let flow = -value - fee
        cash += flow
        let fill = Fill(index: index, price: price, units: -position.units, fee: fee, reason: reason)
        fills.append(fill)
        trades.append(
            Trade(
                side: position.side, entry: position.entry, exit: fill, profit: position.flow + flow,
                cost: position.cost))
        expose(position, through: index)
        self.position = nil
    }

    /// Closes the books after the last candle.
    mutating func finish() {
        settle(before: end)
        if let position { expose(position, through: end - 1) }
    }

    @inline(__always)
    private mutating func leaveAtMarket(index: Int, price: Double, reason: Fill.Reason) {
        guard let position else { return }
        leave(index: index, price: settings.costs.slipped(price, buying: position.side == .short), reason: reason)
    }

    @inline(__always)
    private mutating func enter(
        _ side: Side, _ sizing: Sizing, _ protection: Protection, index: Int, price: Double
    ) {
        let (costs, rule) = (settings.costs, settings.fillRule)
        let price = costs.slipped(price, buying: side == .long)
        guard protection.isSound, let (units, cost) = sizing.amount(cash: cash, price: price, fee: costs.fee) else {
            rejectedEntries += 1
            return
        }
        settle(before: index)
        let value = units * price
        let fee = value * costs.fee
        // A purchase takes what it was given, to the last bit: all of the cash leaves none.
        let flow = side == .long ? -cost : value - fee
        cash += flow
        let fill = Fill(index: index, price: price, units: side.sign * units, fee: fee, reason: .entry)
        fills.append(fill)
        position = Position(
            side: side, entry: fill, cost: cost, flow: flow,
            bracket: Bracket(side: side, price: price, protection: protection),
            lastDecision: protection.lastDecision(entry: index, rule: rule))
    }

    /// Notes what was held at the closes before candle `index`.
    @inline(__always)
    private mutating func settle(before index: Int) {
        guard index > heldFrom else { return }
        holdings.append(Backtest.Holding(candles: heldFrom..<index, cash: cash, units: position?.units ?? 0))
        heldFrom = index
    }

    private mutating func expose(_ position: Position, through last: Int) {
        exposedCandles += last + 1 - max(position.entry.index, exposedUntil)
        exposedUntil = last + 1
    }
}
