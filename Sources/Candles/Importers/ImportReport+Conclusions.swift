extension ImportReport {
    /// Takes over what a check found.
    mutating func add(_ check: CandleCheck) {
        gaps = check.gaps.count
        missingCandles = check.missing
        offGrid = check.offGrid.count
        outsideRange = check.outsideRange.count
    }

    /// Says in three lines what was concluded: the layout, the market, what is odd.
    mutating func conclude(
        layout: String, market: ImportedMarket, candles: CandleSeries, check: CandleCheck
    ) {
        let times = "\(TimeText.text(candles.time[0])) to \(TimeText.text(candles.time[candles.count - 1])) UTC"
        let tick = candles.close.tick.map { "tick \(DecimalNumber.text(1 / $0.perUnit))" } ?? "no tick"
        var odd = check.lines
        if outOfOrder > 0 { odd.append("\(CountText.text(outOfOrder, "row")) out of order, sorted") }
        if equalDuplicates > 0 { odd.append("\(CountText.text(equalDuplicates, "equal duplicate")) dropped") }
        if differentDuplicates > 0 {
            odd.append("\(CountText.text(differentDuplicates, "different duplicate")) dropped as told")
        }
        if pricesBesideTick > 0 {
            odd.append("\(CountText.text(pricesBesideTick, "price")) beside the tick in the last place")
        }
        conclusions = [
            "\(format): \(layout)",
            "\(market.name) (\(market.origin)): \(CountText.text(candles.count, "candle")), \(times), \(tick)",
            odd.isEmpty ? "nothing odd" : odd.joined(separator: "; "),
        ]
    }
}
