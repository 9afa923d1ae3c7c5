/// The tick that prices are whole multiples of, found by looking at all of them.
struct TickInPrices {
    /// nil where prices have more than ten decimal places, as adjusted ones do.
    private(set) var tick: Tick?
    /// Prices that are a whole number of ticks but not the double nearest to it: off by one or two in the last place.
    private(set) var beside = 0
    /// The first row with such a price.
    private(set) var firstBeside: Int?

    private static let blockLength = 64

    init(_ columns: [Column<Double>]) {
        var tick = Tick(decimals: 0)
        for column in columns {
            let prices = column.span
            var index = 0
            while index < prices.count {
                let end = min(index + Self.blockLength, prices.count)
                if !Self.areNearest(prices, index..<end, tick) {
                    guard let found = self.tick(of: prices, index..<end, from: tick) else {
                        (beside, firstBeside) = (0, nil)
                        return
                    }
                    tick = found
                }
                index = end
            }
        }
        self.tick = tick
    }

    /// Whether each price is the double nearest to a whole number of ticks; such it stays with more decimal places.
    private static func areNearest(_ prices: borrowing Span<Double>, _ range: Range<Int>, _ tick: Tick) -> Bool {
        let perUnit = tick.perUnit
        var differ: UInt64 = 0
        for index in range {
            let price = unsafe prices[unchecked: index]
            // Adding and taking away 1.5 x 2^52 rounds to a whole number; larger prices differ and are looked at below.
            let whole = (price * perUnit + 0x1.8p52) - 0x1.8p52
            differ |= (whole / perUnit).bitPattern ^ price.bitPattern
        }
        return differ == 0
    }

    /// The tick with the fewest decimal places, at least those of `least`, of which each price is whole within 2 ulp.
    private mutating func tick(
        of prices: borrowing Span<Double>, _ range: Range<Int>, from least: Tick
    ) -> Tick? {
        var tick = least
        for index in range {
            while tick.count(prices[index]) == nil {
                guard tick.decimals < 10 else { return nil }
                tick = Tick(decimals: tick.decimals + 1)
            }
        }
        for index in range {
            guard let whole = tick.count(prices[index]), whole / tick.perUnit != prices[index] else { continue }
            beside += 1
            firstBeside = min(firstBeside ?? index, index)
        }
        return tick
    }
}
