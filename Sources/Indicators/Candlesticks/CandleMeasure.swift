/// What "long", "short", "near" and "equal" mean: a share of what candles before were on average.
///
/// TA-Lib's default settings. A period of 0 takes the candle itself.
struct CandleMeasure: Sendable {
    /// Which part of a candle is averaged.
    enum Part: Int { case body, range, shadows }

    let part: Part
    let period: Int
    let factor: Double

    /// A body above this is long.
    static let longBody = CandleMeasure(part: .body, period: 10, factor: 1)
    /// A body below this is short.
    static let shortBody = CandleMeasure(part: .body, period: 10, factor: 1)
    /// A body up to this is a doji's: open and close are about the same.
    static let dojiBody = CandleMeasure(part: .range, period: 10, factor: 0.1)

    static let longShadow = CandleMeasure(part: .body, period: 0, factor: 1)
    static let veryLongShadow = CandleMeasure(part: .body, period: 0, factor: 2)
    /// Half of what both shadows together are on average.
    static let shortShadow = CandleMeasure(part: .shadows, period: 10, factor: 0.5)
    static let veryShortShadow = CandleMeasure(part: .range, period: 10, factor: 0.1)

    /// Prices not further apart are near.
    static let near = CandleMeasure(part: .range, period: 5, factor: 0.2)
    /// Prices further apart are far.
    static let far = CandleMeasure(part: .range, period: 5, factor: 0.6)
    /// Prices not further apart count as equal.
    static let equal = CandleMeasure(part: .range, period: 5, factor: 0.05)

    /// One place for each sum: measures of the same part and period share it.
    func slot(_ back: Int) -> Int { (part.rawValue * 2 + (period == 10 ? 1 : 0)) * 8 + back }
}

/// The sum behind a measure, over the candles before the one `back` candles ago.
struct CandleSum: Sendable {
    let slot: Int
    let part: CandleMeasure.Part
    let period: Int
    let back: Int

    /// The sums that these measures need, each once.
    static func all(of measures: [(CandleMeasure, Int)]) -> [CandleSum] {
        var sums: [CandleSum] = []
        for (measure, back) in measures where !sums.contains(where: { $0.slot == measure.slot(back) }) {
            sums.append(
                CandleSum(slot: measure.slot(back), part: measure.part, period: measure.period, back: back))
        }
        return sums
    }
}
