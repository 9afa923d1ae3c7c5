/// The prices at which an open position is left: one below, one above.
///
/// For a long position the stop is below and the target above; for a short one the other way round. Looking for the
/// first candle that touches either is then the same for both.
struct Bracket: Hashable, Sendable {
    private(set) var lower: Double
    private(set) var upper: Double
    private let side: Side
    /// What the best price is multiplied with for the trailing stop; without one an infinity, which never moves it.
    private let trail: Double
    /// Whether the stop has been moved by the trailing stop.
    private var isTrailing: Bool

    @inline(__always)
    init(side: Side, price: Double, protection: Protection) {
        self.side = side
        trail = protection.trailingStop.isNaN ? -side.sign * .infinity : 1 - side.sign * protection.trailingStop
        let stop = price * (1 - side.sign * protection.stopLoss)
        let target = price * (1 + side.sign * protection.takeProfit)
        (lower, upper) = side == .long ? (stop, target) : (target, stop)
        if lower.isNaN { lower = -.infinity }
        if upper.isNaN { upper = .infinity }
        isTrailing = false
        follow(high: price, low: price)
    }

    var isTrailed: Bool { trail.isFinite }
    var isEmpty: Bool { lower == -.infinity && upper == .infinity && !isTrailed }

    func isTouched(high: Double, low: Double) -> Bool {
        low <= lower || high >= upper
    }

    /// Where a candle leaves the position; nil if it touches neither price.
    ///
    /// The open comes first, then the stop, then the target.
    func exit(open: Double, high: Double, low: Double) -> (price: Double, reason: Fill.Reason)? {
        guard isTouched(high: high, low: low) else { return nil }
        let stopReason: Fill.Reason = isTrailing ? .trailingStop : .stopLoss
        let (below, above) = side == .long ? (stopReason, Fill.Reason.takeProfit) : (.takeProfit, stopReason)
        if open <= lower { return (open, below) }
        if open >= upper { return (open, above) }
        let stopIsTouched = side == .long ? low <= lower : high >= upper
        if stopIsTouched { return (side == .long ? lower : upper, stopReason) }
        return (side == .long ? upper : lower, .takeProfit)
    }

    /// Moves the trailing stop behind a candle that has gone by.
    mutating func follow(high: Double, low: Double) {
        switch side {
        case .long where high * trail > lower:
            lower = high * trail
            isTrailing = true
        case .short where low * trail < upper:
            upper = low * trail
            isTrailing = true
        default: break
        }
    }
}
