import Foundation
import Synchronization

/// A foreign file, read once from start to end; the next piece is read and hashed while the last one is parsed.
///
/// It is copied, not mapped: another program may cut it meanwhile.
final class SourceFile: Sendable {
    static let headCount = 4096
    private static let pieceCount = 1 << 20
    private static let longestWhole = 1 << 30

    /// As the user wrote it.
    let name: String
    let byteCount: Int
    /// The first bytes, for the probes of importers.
    let head: [UInt8]

    private struct Reading {
        var descriptor: Int32
        var hash = SHA256()
        /// Pieces read ahead; an empty one is the end.
        var ready: [Result<Column<UInt8>, CandleError>] = []
    }

    private let reading: Mutex<Reading>
    private let isReady = DispatchSemaphore(value: 0)

    /// Fails with `missing`, `unreadable`, and `foreign` for a folder, a device and an empty file.
    init(_ file: URL) throws(CandleError) {
        name = file.relativePath
        let descriptor = unsafe Foundation.open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw CandleError.reading(file) }
        var status = stat()
        let isKnown = unsafe fstat(descriptor, &status) == 0
        guard isKnown, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            close(descriptor)
            let isFolder = isKnown && status.st_mode & S_IFMT == S_IFDIR
            let isEmpty = isKnown && status.st_mode & S_IFMT == S_IFREG
            throw .foreign(
                file: file.relativePath, what: isFolder ? "is a folder" : isEmpty ? "is empty" : "is no plain file",
                expected: "a file of candles")
        }
        byteCount = Int(status.st_size)
        var head = [UInt8](repeating: 0, count: Self.headCount)
        let count = unsafe pread(descriptor, &head, Self.headCount, 0)
        guard count > 0 else {
            close(descriptor)
            throw CandleError.reading(file)
        }
        self.head = Array(head.prefix(count))
        reading = Mutex(Reading(descriptor: descriptor))
        readAhead()
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
            let descriptor = reading.descriptor
            var failure: CandleError?
            var count = 0
            let room = min(Self.pieceCount, byteCount + 1)
            let piece = Column<UInt8>(count: room, initial: 0) { bytes in
                while count < room {
                    let read = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
                        unsafe Foundation.read(descriptor, bytes.baseAddress.map { unsafe $0 + count }, room - count)
                    }
                    if read < 0 && errno == EINTR { continue }
                    if read < 0 { failure = .reading(URL(filePath: name)) }
                    guard read > 0 else { return }
                    count += read
                }
            }
            let part = piece.slice(0..<count)
            reading.hash.update(part.span.rawBytes)
            reading.ready.append(failure.map { .failure($0) } ?? .success(part))
        }
        isReady.signal()
    }
}
