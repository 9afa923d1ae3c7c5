import Foundation
import Synchronization

/// Memory of our own behind a column, on a cache line and a vector's length apart from its neighbors.
@safe final class ColumnMemory {
    let start: UnsafeMutableRawPointer
    private let piece: MemoryPiece

    init(byteCount: Int) {
        piece = FreedMemory.shared.take(byteCount: byteCount) ?? MemoryPiece(byteCount: byteCount)
        unsafe start = piece.start
    }

    deinit {
        if !FreedMemory.shared.keep(piece) { piece.free() }
    }
}

/// Bytes that the system gave; whoever holds them frees them.
@safe private struct MemoryPiece: @unchecked Sendable {
    /// Long columns lie in pages of this size, which the system hands out five hundred times more rarely.
    private static let hugePage = 1 << 21

    let start: UnsafeMutableRawPointer
    let byteCount: Int

    var isLong: Bool { Self.isLong(byteCount) }

    static func isLong(_ byteCount: Int) -> Bool { byteCount >= 2 * hugePage }

    init(byteCount: Int) {
        self.byteCount = byteCount
        let alignment = Self.isLong(byteCount) ? Self.hugePage : 64
        unsafe start = .allocate(byteCount: max(byteCount, 1), alignment: alignment)
        // Advice that the system may leave out.
        if Self.isLong(byteCount) { unsafe madvise(start, byteCount, MADV_HUGEPAGE) }
    }

    func free() { unsafe start.deallocate() }
}

/// The memory of the last long columns that went, for the next of the same length: fresh pages cost as much as a pass
/// over the column, for the system clears them.
private final class FreedMemory: Sendable {
    static let shared = FreedMemory()
    private static let byteLimit = 64 << 20

    private let pieces = Mutex<[MemoryPiece]>([])

    func take(byteCount: Int) -> MemoryPiece? {
        guard MemoryPiece.isLong(byteCount) else { return nil }
        return pieces.withLock { pieces in
            pieces.lastIndex { $0.byteCount == byteCount }.map { pieces.remove(at: $0) }
        }
    }

    /// Whether it is kept; else its owner frees it. What was kept longest makes room for it.
    func keep(_ piece: MemoryPiece) -> Bool {
        guard piece.isLong, piece.byteCount <= Self.byteLimit else { return false }
        let spare = pieces.withLock { pieces in
            pieces.append(piece)
            var (bytes, place) = (0, pieces.count)
            while place > 0, bytes + pieces[place - 1].byteCount <= Self.byteLimit {
                place -= 1
                bytes += pieces[place].byteCount
            }
            defer { pieces.removeFirst(place) }
            return Array(pieces[..<place])
        }
        for piece in spare { piece.free() }
        return true
    }
}
