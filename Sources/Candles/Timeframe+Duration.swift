extension Timeframe {
    /// How long so many candles last, in days.
    package func days(_ candles: Int) -> Double {
        Double(candles) * Double(milliseconds) / Double(TimeText.millisecondsPerDay)
    }

    /// How many candles fill so many days: 8,640 of 5m and 720 of 1h in 30; rounded to the nearest.
    ///
    /// At least 0 and at most 2^53, whatever is asked for.
    package func candles(days: Double) -> Int {
        let candles = (days * Double(TimeText.millisecondsPerDay) / Double(milliseconds)).rounded()
        return candles > 0 ? Int(min(candles, 0x1p53)) : 0
    }

    /// A number of candles and the time it stands for: `10,000 candles of 5m = 34.7 days`.
    package func text(candles: Int) -> String {
        "\(CountText.text(candles, "candle")) of \(self) = \(Self.tenths(days(candles))) days"
    }

    private static func tenths(_ days: Double) -> String {
        let tenths = Int((days * 10).rounded())
        return "\(CountText.text(tenths / 10)).\(tenths % 10)"
    }
}
