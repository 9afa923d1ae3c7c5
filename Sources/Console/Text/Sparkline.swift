/// A column of numbers as a line of eight heights: `▁▂▄▆█▆▃`.
package enum Sparkline {
    private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// At most `width` characters, each the mean of an equal share of the values; a share without a finite value is a
    /// blank. Flat columns lie in the middle.
    package static func text(_ values: some Collection<Double>, width: Int = 40) -> String {
        let points = shares(Array(values), count: min(width, values.count))
        guard let low = points.compactMap(\.self).min(), let high = points.compactMap(\.self).max() else {
            return String(repeating: " ", count: points.count)
        }
        return String(
            points.map { point in
                guard let point else { return " " }
                if low == high { return heights[3] }
                // Halved, so that a range wider than the largest number stays finite.
                let share = (point / 2 - low / 2) / (high / 2 - low / 2)
                return heights[min(7, Int(share * 8))]
            })
    }

    private static func shares(_ values: [Double], count: Int) -> [Double?] {
        (0..<max(count, 0)).map { index in
            let share = values[(index * values.count / count)..<((index + 1) * values.count / count)]
            let finite = share.filter(\.isFinite)
            return finite.isEmpty ? nil : finite.reduce(0) { $0 + $1 / Double(finite.count) }
        }
    }
}
