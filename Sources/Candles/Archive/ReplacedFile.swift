import Foundation

/// A file that appears whole or not at all: written under another name, forced to disk, renamed.
///
/// Killed at any moment, the folder holds the old file or the new one; what is left of an unfinished one starts with a
/// dot and ends in `.unfinished`.
struct ReplacedFile: ~Copyable {
    static let suffix = ".unfinished"

    private let target: URL
    private let unfinished: URL
    private let descriptor: Int32
    private(set) var byteCount = 0

    init(_ target: URL) throws(CandleError) {
        self.target = target
        unfinished = target.deletingLastPathComponent()
            .appending(path: ".\(target.lastPathComponent).\(getpid())\(Self.suffix)")
        UnfinishedFiles.add(unfinished.path)
        descriptor = unsafe open(unfinished.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            let error = CandleError.writing(target)
            UnfinishedFiles.remove(unfinished.path)
            throw error
        }
    }

    deinit {
        close(descriptor)
        // After `finish` the name is gone, and this does nothing.
        UnfinishedFiles.remove(unfinished.path)
    }

    mutating func write(_ bytes: RawSpan) throws(CandleError) {
        var position = 0
        while position < bytes.byteCount {
            let rest = bytes.extracting(droppingFirst: position)
            let written = unsafe rest.withUnsafeBytes { unsafe Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw CandleError.writing(target) }
            position += written
        }
        byteCount += position
    }

    mutating func write(_ bytes: [UInt8]) throws(CandleError) {
        try write(bytes.span.rawBytes)
    }

    /// Zeros up to the next multiple of `size`.
    mutating func pad(to size: Int) throws(CandleError) {
        let rest = byteCount % size
        if rest != 0 { try write([UInt8](repeating: 0, count: size - rest)) }
    }

    /// Puts the file in its place; from here on it survives a loss of power.
    consuming func finish() throws(CandleError) {
        guard fsync(descriptor) == 0, UnfinishedFiles.place(unfinished.path, at: target.path) else {
            throw CandleError.writing(target)
        }
        let folder = unsafe open(target.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw CandleError.writing(target) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw CandleError.writing(target) }
    }
}
