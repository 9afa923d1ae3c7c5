import Candles

/// Candles to trade, and how to get those before them.
package struct CandleSelection: Sendable {
    /// The candles asked for, or as many as there are.
    package let candles: CandleSeries
    /// What a person should know: fewer candles than asked for, more than help.
    package let notices: [String]

    private let precededBy: @Sendable (_ warmup: Int) throws -> CandleSeries

    /// Candles that are not in the archive: nothing comes before them.
    package init(_ candles: CandleSeries) {
        self.candles = candles
        notices = []
        precededBy = { _ in candles }
    }

    /// The part of a stored market that `choice` names; an empty one is an error.
    package init(_ file: CandleFile, _ amount: CandleChoice.Amount) throws {
        let range: Range<Int>
        var notices: [String] = []
        switch amount {
        case .newest(let count):
            range = max(0, file.count - count)..<file.count
            if file.count < count {
                notices.append(
                    "\(file.symbol) \(file.timeframe) has \(CountText.text(file.count, "candle")), "
                        + "fewer than the \(CountText.text(count)) asked for: taking all of them")
            }
            if count > LookbackPreset.maximum.candles {
                notices.append(
                    "more than \(CountText.text(LookbackPreset.maximum.candles)) candles: expect diminishing returns")
            }
        case .between(let from, let to):
            range = try file.range(from: from, to: to)
        }
        guard !range.isEmpty else {
            throw ResearchError.noCandles(
                market: "\(file.symbol) \(file.timeframe)",
                stored: "\(TimeText.text(file.times.lowerBound)) to \(TimeText.text(file.times.upperBound))")
        }
        candles = try file.candles(range)
        self.notices = notices
        precededBy = { warmup in
            let start = max(0, range.lowerBound - warmup)
            return try file.candles(start..<range.upperBound, warmup: range.lowerBound - start)
        }
    }

    /// The candles with up to `warmup` more before them, where they are stored.
    package func withWarmup(_ warmup: Int) throws -> CandleSeries {
        warmup == 0 ? candles : try precededBy(warmup)
    }
}
