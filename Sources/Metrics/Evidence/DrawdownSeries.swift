/// How far equity stands below its highest value so far, candle by candle; the starting cash is the first peak.
package struct DrawdownSeries: Sendable {
    /// A stretch of candles below a peak.
    package struct Episode: Hashable, Sendable {
        /// The candles below the peak.
        package let candles: Range<Int>
        /// Its deepest fall, as a positive fraction of the peak, and the candle of it.
        package let depth: Double
        package let trough: Int
        /// Whether equity came back to the peak.
        package let isRecovered: Bool

        /// Candles from the trough to the first one at or above the peak; NaN where there is none yet.
        package var recovery: Double { isRecovered ? Double(candles.upperBound - trough) : .nan }
    }

    /// Positive fractions of the peak, 0 at a new one.
    package let depths: [Double]
    package let episodes: [Episode]

    package init(equity: [Double], start: Double) {
        var peak = start
        depths = equity.map { value in
            peak = max(peak, value)
            return 1 - value / peak
        }
        episodes = Self.episodes(depths)
    }

    /// The first of the deepest.
    package var deepest: Episode? { episodes.max { $0.depth < $1.depth } }

    /// Mean over all candles, those at a peak included.
    package var mean: Double { depths.reduce(0, +) / Double(depths.count) }

    /// Root of the mean square over all candles.
    package var rootMeanSquare: Double { (depths.reduce(0) { $0 + $1 * $1 } / Double(depths.count)).squareRoot() }

    private static func episodes(_ depths: [Double]) -> [Episode] {
        var episodes: [Episode] = []
        var first: Int?
        var trough = 0
        for index in depths.indices {
            if depths[index] > 0 {
                if first == nil { (first, trough) = (index, index) }
                if depths[index] > depths[trough] { trough = index }
            } else if let begin = first {
                episodes.append(
                    Episode(candles: begin..<index, depth: depths[trough], trough: trough, isRecovered: true))
                first = nil
            }
        }
        if let begin = first {
            episodes.append(
                Episode(candles: begin..<depths.count, depth: depths[trough], trough: trough, isRecovered: false))
        }
        return episodes
    }
}
