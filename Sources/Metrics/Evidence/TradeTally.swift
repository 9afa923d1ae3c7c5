import Simulation

/// Trades in a few numbers, all taken in one pass. A trade that gains exactly nothing is neither won nor lost.
package struct TradeTally: Sendable {
    package private(set) var count = 0
    package private(set) var long = 0
    package private(set) var won = 0
    package private(set) var lost = 0
    /// Money won in winning trades, and lost in losing ones as a positive number.
    package private(set) var grossProfit = 0.0
    package private(set) var grossLoss = 0.0
    package private(set) var largestWin = 0.0
    package private(set) var largestLoss = 0.0
    /// Profits as fractions of what the entry cost: their sum, that of those won and, as a positive number, of those
    /// lost, the best and the worst, and what all of them compound to.
    package private(set) var fractions = 0.0
    package private(set) var fractionsWon = 0.0
    package private(set) var fractionsLost = 0.0
    package private(set) var best = -Double.infinity
    package private(set) var worst = Double.infinity
    package private(set) var compounded = 1.0
    /// Candles from entry to exit: their sum and the most.
    package private(set) var heldCandles = 0
    package private(set) var longestHeld = 0
    /// The most trades won, or lost, one after another.
    package private(set) var winningStreak = 0
    package private(set) var losingStreak = 0
    /// Sample deviation of the profits; NaN for fewer than two.
    package private(set) var profitDeviation = Double.nan

    package var profit: Double { grossProfit - grossLoss }
    package var meanProfit: Double { profit.over(Double(count)) }
    package var winRate: Double { Double(won).over(Double(count)) }
    package var meanWin: Double { grossProfit.over(Double(won)) }
    /// A positive number.
    package var meanLoss: Double { grossLoss.over(Double(lost)) }
    package var payoff: Double { meanWin.over(meanLoss) }

    package init(_ trades: [Trade]) {
        var (wins, losses) = (0, 0)
        for trade in trades {
            add(trade)
            wins = trade.profit > 0 ? wins + 1 : 0
            losses = trade.profit < 0 ? losses + 1 : 0
            winningStreak = max(winningStreak, wins)
            losingStreak = max(losingStreak, losses)
        }
        guard count > 1 else { return }
        let mean = meanProfit
        let squares = trades.reduce(0) { $0 + ($1.profit - mean) * ($1.profit - mean) }
        let total = trades.reduce(0) { $0 + $1.profit * $1.profit }
        profitDeviation = squares > 1e-12 * total ? (squares / Double(count - 1)).squareRoot() : 0
    }

    private mutating func add(_ trade: Trade) {
        count += 1
        if trade.side == .long { long += 1 }
        if trade.profit > 0 {
            won += 1
            grossProfit += trade.profit
            largestWin = max(largestWin, trade.profit)
        } else if trade.profit < 0 {
            lost += 1
            grossLoss -= trade.profit
            largestLoss = max(largestLoss, -trade.profit)
        }
        let fraction = trade.profitFraction
        fractions += fraction
        if fraction > 0 { fractionsWon += fraction } else { fractionsLost -= fraction }
        compounded *= 1 + fraction
        best = max(best, fraction)
        worst = min(worst, fraction)
        let held = trade.exit.index - trade.entry.index
        heldCandles += held
        longestHeld = max(longestHeld, held)
    }
}
