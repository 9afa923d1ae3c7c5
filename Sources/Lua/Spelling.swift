/// Finds the name somebody meant.
package enum Spelling {
    /// The nearest of the names by changed letters, if it is near: at most a third of them.
    package static func nearest(to word: String, in names: [String]) -> String? {
        let letters = Array(word.utf8.prefix(64))
        var best: (name: String, distance: Int)?
        for name in names {
            let distance = distance(letters, Array(name.utf8.prefix(64)))
            if distance < best?.distance ?? .max { best = (name, distance) }
        }
        guard let best, best.distance <= max(1, (max(letters.count, best.name.utf8.count) + 1) / 3) else { return nil }
        return best.name
    }

    /// Letters to change, add, drop or swap with their neighbor to come from one word to the other.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1] + last.dropFirst()
            for j in 0..<b.count {
                row[j + 1] = min(last[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, last[j + 1] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
                }
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
