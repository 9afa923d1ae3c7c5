extension ImportReport {
    /// Takes over what a check found.
    mutating func add(_ check: CandleCheck) {
        gaps = check.gaps.count
        missingCandles = check.missing
        offGrid = check.offGrid.count
        outsideRange = check.outsideRange.count
    }

    /// Says in three lines what was concluded: the layout, the market, what is odd; `order` is what was said of the
    /// order of the rows, `firstBesideTick` the first row with a price beside the tick.
    mutating func conclude(
        _ rows: ImportedRows, market: ImportedMarket, candles: CandleSeries, check: CandleCheck, order: [String],
        firstBesideTick: Int?
    ) {
        func place(_ row: Int) -> String { "\(TimeText.text(rows.time[row])) (line \(rows.line(of: row)))" }
        let times = "\(TimeText.text(candles.time[0])) to \(TimeText.text(candles.time[candles.count - 1])) UTC"
        let tick = candles.close.tick.map { "tick \(DecimalNumber.text(1 / $0.perUnit))" } ?? "no tick"
        var odd = check.lines { time in rows.firstRow(at: time).map(rows.line(of:)) } + (findings?.lines ?? [])
        let marked = (candles.filled?.trueCount ?? 0) - (findings?.filledCandles ?? 0)
        if marked > 0 { odd.append("\(CountText.text(marked, "candle")) marked as filled in by the file") }
        if findings?.isLastUnfinished == true {
            odd.append("the last candle, of \(place(rows.count - 1)), had not ended when the file was written")
        }
        odd += order
        if let firstBesideTick {
            odd.append(
                "\(CountText.text(pricesBesideTick, "price")) beside the tick in the last place, the first at "
                    + place(firstBesideTick))
        }
        conclusions = [
            "\(format): \(rows.layout)",
            "\(market.name) (\(market.origin)): \(CountText.text(candles.count, "candle")), \(times), \(tick)",
            odd.isEmpty ? "nothing odd" : odd.joined(separator: "; "),
        ]
    }
}

extension ImportFindings {
    init(_ doubts: RowDoubts, _ check: CandleCheck) {
        dropped = doubts.dropped
        kept = doubts.kept
        faults = doubts.faults
        ofOtherSymbols = doubts.ofOthers
        jumps = check.jumps.count
    }
}

extension ImportedRows {
    /// The row of a time; rows are in order then.
    fileprivate func firstRow(at wanted: Int64) -> Int? {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if time[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        return low < count && time[low] == wanted ? low : nil
    }
}

extension CandleSeries {
    /// Whether the last candle had begun and not ended at `moment`; not known for nil.
    func lastContains(_ moment: Int64?) -> Bool {
        guard let moment, count > 0 else { return false }
        let start = time[count - 1]
        return start <= moment && moment < timeframe.start(after: start)
    }
}
