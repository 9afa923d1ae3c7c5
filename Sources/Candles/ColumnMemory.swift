import Foundation
import Synchronization

/// Memory of our own behind a column, on a cache line and a vector's length apart from its neighbors.
@safe final class ColumnMemory {
    /// Long columns lie in pages of this size, which the system hands out five hundred times more rarely.
    fileprivate static let hugePage = 1 << 21

    let start: UnsafeMutableRawPointer
    private let byteCount: Int

    init(byteCount: Int) {
        self.byteCount = byteCount
        guard byteCount >= 2 * Self.hugePage else {
            unsafe start = .allocate(byteCount: max(byteCount, 1), alignment: 64)
            return
        }
        if let kept = unsafe FreedMemory.shared.take(byteCount: byteCount) {
            unsafe start = kept
        } else {
            unsafe start = .allocate(byteCount: byteCount, alignment: Self.hugePage)
            // Advice that the system may leave out.
            unsafe madvise(start, byteCount, MADV_HUGEPAGE)
        }
    }

    deinit {
        if byteCount >= 2 * Self.hugePage, unsafe FreedMemory.shared.keep(start, byteCount: byteCount) { return }
        unsafe start.deallocate()
    }
}

/// The memory of the last long columns that went, for the next of the same length: fresh pages cost as much as a pass
/// over the column, for the system clears them.
///
/// `@unchecked` because of the pointers, which nobody else holds while they are here.
@safe private final class FreedMemory: @unchecked Sendable {
    static let shared = FreedMemory()
    private static let byteLimit = 64 << 20

    private struct Piece {
        let start: UnsafeMutableRawPointer
        let byteCount: Int
    }

    private let lock = Mutex(())
    private var pieces: [Piece] = []
    private var byteCount = 0

    func take(byteCount: Int) -> UnsafeMutableRawPointer? {
        lock.withLock { _ in
            guard let index = unsafe pieces.lastIndex(where: { unsafe $0.byteCount == byteCount }) else { return nil }
            self.byteCount -= byteCount
            return unsafe pieces.remove(at: index).start
        }
    }

    /// Whether it is kept; else its owner gives it back to the system.
    func keep(_ start: UnsafeMutableRawPointer, byteCount: Int) -> Bool {
        lock.withLock { _ in
            guard self.byteCount + byteCount <= Self.byteLimit else { return false }
            unsafe pieces.append(Piece(start: start, byteCount: byteCount))
            self.byteCount += byteCount
            return true
        }
    }
}
