import Foundation
import Synchronization

/// A foreign file, read once from start to end; the next piece is read and hashed while the last one is parsed.
///
/// It is copied, not mapped: another program may cut it meanwhile. A packed one is unpacked on the way, and
/// `archive.zip/member` is the member of an archive.
final class SourceFile: Sendable {
    static let headCount = 4096
    /// Small enough that what is read and hashed is still near the processor when it is parsed.
    private static let pieceCount = 1 << 18
    static let longestWhole = 1 << 30

    /// As the user wrote it; with the member's name where that has one.
    let name: String
    /// Without its folder, and without the name of its only member.
    let fileName: String
    /// What tells the market, where the content does not: the name of the file or, if that tells more, of the member.
    let marketName: String
    /// What the content has, as far as that is known before it is read.
    let byteCount: Int
    /// The first bytes, for the probes of importers.
    let head: [UInt8]

    private struct Reading {
        var descriptor: Int32
        /// What `descriptor` holds where it is packed; that is read and hashed before anything is unpacked.
        var packed: PackedFile?
        var hash = SHA256()
        /// Pieces read ahead; an empty one is the end.
        var ready: [Result<Column<UInt8>, CandleError>] = []
    }

    private let reading: Mutex<Reading>
    private let progress: ImportProgress?
    private let isReady = DispatchSemaphore(value: 0)

    /// Fails with `missing`, `unreadable`, and `foreign` for a folder, a device, an empty file, and what is packed in a
    /// way that cannot be undone.
    init(_ file: URL, progress: ImportProgress? = nil) throws(CandleError) {
        let opened = try OpenedFile(file)
        var reading = Reading(descriptor: opened.descriptor)
        var head = [UInt8](repeating: 0, count: Self.headCount)
        let count = unsafe pread(opened.descriptor, &head, Self.headCount, 0)
        var first: Column<UInt8>?
        var (name, fileName, marketName) = (file.relativePath, opened.name, opened.name)
        var byteCount = opened.byteCount
        do throws(CandleError) {
            guard count > 0 else { throw CandleError.reading(file) }
            head.removeLast(Self.headCount - count)
            if PackedFile.isPacked(head) {
                let bytes = try opened.whole(limit: Self.longestWhole)
                reading.hash.update(bytes.span.rawBytes)
                let packed = try PackedFile(bytes, file: opened.path, wanted: opened.member)
                let piece = try packed.read(Self.pieceCount)
                guard piece.count > 0 else {
                    throw .foreign(file: name, what: "holds an empty file", expected: "a file of candles")
                }
                if let member = packed.member {
                    name = "\(opened.path)/\(member)"
                    let memberName = member.split(separator: "/").last.map(String.init) ?? member
                    let isTold = MarketInFileName(memberName).timeframe != nil
                    if isTold || MarketInFileName(fileName).timeframe == nil { marketName = memberName }
                    if opened.member != nil { fileName += "/\(member)" }
                }
                head = Array(piece.slice(0..<min(piece.count, Self.headCount)).array())
                byteCount = max(packed.likelyCount, piece.count)
                first = piece
                reading.packed = packed
            } else if let member = opened.member {
                throw .foreign(
                    file: opened.path, what: "is no archive that could hold \(member)", expected: "a zip or tar")
            }
        } catch {
            close(opened.descriptor)
            throw error
        }
        (self.name, self.fileName, self.marketName) = (name, fileName, marketName)
        self.byteCount = byteCount
        self.head = head
        self.progress = progress
        progress?.begin(total: byteCount)
        if let first { reading.ready.append(.success(first)) }
        self.reading = Mutex(reading)
        if first != nil { isReady.signal() } else { readAhead() }
    }

    deinit {
        let descriptor = reading.withLock { $0.descriptor }
        close(descriptor)
    }

    /// The next piece of the file; nil at its end.
    func next() throws(CandleError) -> Column<UInt8>? {
        isReady.wait()
        let result = reading.withLock { $0.ready.removeFirst() }
        let piece = try result.get()
        guard piece.count > 0 else {
            // So that whoever asks again gets the end again.
            reading.withLock { $0.ready.append(.success(piece)) }
            isReady.signal()
            return nil
        }
        readAhead()
        progress?.add(piece.count)
        return piece
    }

    /// All of the file at once, for formats that are not read line by line; fails with `foreign` beyond 1 GiB.
    func whole() throws(CandleError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(byteCount, Self.longestWhole) + 1)
        while let piece = try next() {
            guard bytes.count + piece.count <= Self.longestWhole else {
                throw .foreign(
                    file: name, what: "is longer than \(CountText.text(Self.longestWhole)) bytes",
                    expected: "several files or a CSV")
            }
            bytes.append(contentsOf: piece.array())
        }
        return bytes
    }

    /// The SHA-256 of everything read, in hexadecimal; meant for the end.
    func digest() -> String {
        reading.withLock { SHA256.text($0.hash.finish()) }
    }

    private func readAhead() {
        // A small file is not worth another thread.
        if byteCount <= Self.pieceCount { return readPiece() }
        DispatchQueue.global(qos: .userInitiated).async { self.readPiece() }
    }

    private func readPiece() {
        reading.withLock { reading in
            do throws(CandleError) {
                if let packed = reading.packed {
                    reading.ready.append(.success(try packed.read(Self.pieceCount)))
                } else {
                    let count = min(Self.pieceCount, byteCount + 1)
                    let piece = try OpenedFile.read(reading.descriptor, count, file: name)
                    reading.hash.update(piece.span.rawBytes)
                    reading.ready.append(.success(piece))
                }
            } catch {
                reading.ready.append(.failure(error))
            }
        }
        isReady.signal()
    }
}
