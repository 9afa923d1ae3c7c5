import Foundation

/// A file of ours seen as memory: its pages are read when they are touched, and all processes share them.
///
/// `@unchecked` because of the pointer: the mapping is read-only, and candle files are replaced, never changed. A file
/// that another program cuts while it is mapped ends the process; that is beyond what can be promised.
@safe final class MappedFile: @unchecked Sendable {
    private let start: UnsafeRawPointer
    let byteCount: Int
    let name: String

    /// Fails with `missing`, `unreadable`, or `damaged` where there is nothing to map.
    init(_ file: URL) throws(CandleError) {
        name = file.path
        let descriptor = unsafe open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw CandleError.reading(file) }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw CandleError.reading(file) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw .damaged(file: file.path, what: "is no candle file")
        }
        byteCount = Int(status.st_size)
        let mapping = unsafe mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0)
        guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else { throw CandleError.reading(file) }
        unsafe start = UnsafeRawPointer(mapping)
    }

    deinit {
        unsafe munmap(UnsafeMutableRawPointer(mutating: start), byteCount)
    }

    /// `count` elements from `offset` on as a column that keeps the file mapped.
    func column<Element: BitwiseCopyable & Sendable>(
        of type: Element.Type, at offset: Int, count: Int
    ) -> Column<Element> {
        precondition(
            offset >= 0 && offset % MemoryLayout<Element>.alignment == 0
                && offset + count * MemoryLayout<Element>.stride <= byteCount, "column outside of its file")
        let base = unsafe (start + offset).assumingMemoryBound(to: Element.self)
        return unsafe Column(start: base, count: count, owner: self)
    }
}

extension CandleError {
    /// Why the system just refused to read `file`, by `errno`.
    static func reading(_ file: URL) -> CandleError {
        errno == ENOENT
            ? .missing(file: file.relativePath) : .unreadable(file: file.relativePath, reason: systemReason())
    }

    /// Why the system just refused to write `file`, by `errno`.
    static func writing(_ file: URL) -> CandleError {
        .unwritable(file: file.relativePath, reason: systemReason())
    }

    private static func systemReason() -> String {
        unsafe String(cString: strerror(errno))
    }
}
