import Candles
import Synchronization

/// Columns that were computed before, bounded in bytes; the longest unused go first.
///
/// An equal request gets the same immutable columns, in whatever trial and worker. A search over two window lengths so
/// computes each moving average once.
package final class ColumnCache: Sendable {
    private let byteLimit: Int
    private let contents = Mutex(Contents())

    package init(byteLimit: Int = 256 << 20) {
        self.byteLimit = byteLimit
    }

    /// Bytes of the columns that are kept now.
    package var byteCount: Int { contents.withLock { $0.byteCount } }

    /// The columns of `key`, from memory or else as `compute` makes them.
    ///
    /// They are computed outside of the lock; when two workers compute the same at once, both get the first one's.
    package func columns(_ key: ColumnKey, compute: () throws -> [Indicator.Value]) rethrows -> [Indicator.Value] {
        if let found = contents.withLock({ $0.use(key) }) { return found }
        let columns = try compute()
        let bytes = columns.reduce(Self.entryBytes) { $0 + $1.byteCount }
        guard bytes <= byteLimit else { return columns }
        return contents.withLock { contents in
            if let found = contents.use(key) { return found }
            contents.insert(key, columns, bytes: bytes)
            while contents.byteCount > byteLimit { contents.removeOldest() }
            return columns
        }
    }

    /// The outputs of an indicator; what masks are made from or become is made anew each time.
    package func columns(
        of indicator: Indicator, _ inputs: [Series], _ options: [Double], masks: [Mask] = []
    ) -> [Indicator.Value] {
        guard indicator.isKept else { return indicator(inputs, options, masks: masks) }
        return columns(ColumnKey(indicator.name, inputs, options)) { indicator(inputs, options) }
    }

    /// What the cache knows of a series.
    package enum Standing {
        case kept(Series)
        /// It was asked for before: it is worth keeping.
        case asked
        case new
    }

    /// What is known of the series of `key`, for whoever may do without it. That one was asked for may be forgotten.
    package func standing(of key: ColumnKey) -> Standing {
        contents.withLock { contents in
            if let found = contents.use(key), case .series(let series) = found[0] { return .kept(series) }
            return contents.noteAsked(key) ? .asked : .new
        }
    }

    /// One series, by what it is.
    package func series(_ key: ColumnKey, compute: () throws -> Series) rethrows -> Series {
        let columns = try columns(key) { [.series(try compute())] }
        guard case .series(let series) = columns[0] else { preconditionFailure("a mask under the key of a series") }
        return series
    }

    /// What an entry takes beside its columns, about.
    private static let entryBytes = 256
}

extension Indicator.Value {
    fileprivate var byteCount: Int {
        switch self {
        case .series(let series): series.byteCount
        case .mask(let mask): mask.words.count * 8
        }
    }
}

/// Entries by key, in a ring from the newest to the oldest used.
private struct Contents {
    private struct Entry {
        var key: ColumnKey
        var columns: [Indicator.Value]
        var bytes: Int
        var newer: Int
        var older: Int
    }

    private(set) var byteCount = 0
    private var positions = PlaceTable()
    /// Position 0 is the seam of the ring: older than the oldest, newer than the newest.
    private var entries = [Entry(key: ColumnKey("", [], []), columns: [], bytes: 0, newer: 0, older: 0)]
    private var free: [Int] = []
    /// Hashes of keys that were asked for and not kept, each in the place that its last bits say.
    private var asked = [UInt64](repeating: 0, count: 4096)

    mutating func use(_ key: ColumnKey) -> [Indicator.Value]? {
        guard let position = positions.place(of: key.hash, where: { entries[$0].key == key }) else { return nil }
        if entries[0].older != position {
            unlink(position)
            linkNewest(position)
        }
        return entries[position].columns
    }

    /// Whether it was noted before.
    mutating func noteAsked(_ key: ColumnKey) -> Bool {
        let place = Int(truncatingIfNeeded: key.hash) & (asked.count - 1)
        defer { asked[place] = key.hash }
        return asked[place] == key.hash
    }

    mutating func insert(_ key: ColumnKey, _ columns: [Indicator.Value], bytes: Int) {
        let entry = Entry(key: key, columns: columns, bytes: bytes, newer: 0, older: 0)
        let position = free.popLast() ?? entries.count
        if position == entries.count { entries.append(entry) } else { entries[position] = entry }
        positions.insert(position, under: key.hash)
        byteCount += bytes
        linkNewest(position)
    }

    mutating func removeOldest() {
        let position = entries[0].newer
        unlink(position)
        positions.remove(position, under: entries[position].key.hash)
        byteCount -= entries[position].bytes
        entries[position].columns = []
        free.append(position)
    }

    private mutating func linkNewest(_ position: Int) {
        let newest = entries[0].older
        entries[position].older = newest
        entries[position].newer = 0
        entries[newest].newer = position
        entries[0].older = position
    }

    private mutating func unlink(_ position: Int) {
        let (newer, older) = (entries[position].newer, entries[position].older)
        entries[newer].older = older
        entries[older].newer = newer
    }
}
