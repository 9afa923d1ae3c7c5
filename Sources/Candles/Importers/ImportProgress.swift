import Synchronization

/// How far the reading of a file has come; others may ask while it goes on.
package final class ImportProgress: Sendable {
    private let bytes = Mutex((read: 0, total: 0))
    private let start = ContinuousClock.now

    package init() {}

    /// Bytes that have been read and taken apart, after they were unpacked.
    package var read: Int { bytes.withLock { $0.read } }

    /// How many there are; nil where that is not known: before the file is open, and where a packed one holds more than it
    /// said.
    package var total: Int? { bytes.withLock { $0.total > 0 && $0.read <= $0.total ? $0.total : nil } }

    package var elapsed: Duration { ContinuousClock.now - start }

    func begin(total: Int) { bytes.withLock { $0.total = total } }

    func add(_ count: Int) { bytes.withLock { $0.read += count } }
}
