import Foundation

/// What clocks show in some place, now or in winter and summer: turns what was read off one into UTC.
package struct ClockZone: Sendable, Hashable, CustomStringConvertible {
    package let description: String
    /// From when on, in UTC, clocks are ahead by how much; milliseconds. The first is from ever on.
    private let changes: [Change]

    private struct Change: Hashable {
        let time: Int64
        let offset: Int64
    }

    /// Abbreviations that stand for one offset all year, whatever places with these names do in summer.
    private static let fixed: [String: Int64] = [
        "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "CST": -6, "MST": -7, "PST": -8,
    ]

    /// `UTC`, `EST` (all year), `+02:00`, `-0500`, or a place such as `Europe/Berlin`; nil for anything else.
    package init?(_ text: String) {
        description = text
        if let hours = Self.fixed[text.uppercased()] {
            changes = [Change(time: .min, offset: hours * 3_600_000)]
        } else if let offset = Self.offset(text) {
            changes = [Change(time: .min, offset: offset)]
        } else {
            guard text.contains("/"), let zone = TimeZone(identifier: text) else { return nil }
            changes = Self.changes(of: zone)
        }
    }

    /// When a clock shows `local`: once mostly, never or twice where clocks are changed. Milliseconds since 1970.
    func times(showing local: Int64) -> [Int64] {
        // Offsets are below a day: only the change around this time and its neighbors count.
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].time <= local { low = middle + 1 } else { high = middle }
        }
        return (max(0, low - 2)...min(changes.count - 1, low)).compactMap { index in
            let time = local - changes[index].offset
            let end = index + 1 < changes.count ? changes[index + 1].time : .max
            return changes[index].time <= time && time < end ? time : nil
        }
    }

    private static func offset(_ text: String) -> Int64? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard digits.count == 2 || digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.isNumber }),
            let number = Int64(digits.count == 2 ? digits + "00" : digits), number / 100 < 24, number % 100 < 60
        else { return nil }
        let minutes = number / 100 * 60 + number % 100
        return (sign == "-" ? -minutes : minutes) * 60_000
    }

    /// Asked once a week over all years, and between two weeks that differ to the second.
    private static func changes(of zone: TimeZone) -> [Change] {
        func offset(_ second: Int64) -> Int64 {
            Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
        }
        let week: Int64 = 7 * 86_400
        var (last, current) = (Int64(0), offset(0))
        var changes = [Change(time: .min, offset: current * 1000)]
        while last < TimeNumber.range.upperBound / 1000 {
            let next = last + week
            let following = offset(next)
            if following != current {
                var (low, high) = (last, next)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if offset(middle) == current { low = middle } else { high = middle }
                }
                changes.append(Change(time: high * 1000, offset: following * 1000))
                current = following
            }
            last = next
        }
        return changes
    }
}
