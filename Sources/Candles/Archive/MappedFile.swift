import Foundation

/// A file of ours seen as memory: its pages are read when they are touched, and all processes share them.
///
/// It stays open, so that a child of this process can map the same file when another has taken its name.
///
/// `@unchecked` because of the pointer: the mapping is read-only, and candle files are replaced, never changed. A file
/// that another program cuts while it is mapped ends the process; that is beyond what can be promised.
@safe final class MappedFile: @unchecked Sendable {
    private let start: UnsafeRawPointer
    private let descriptor: Int32
    let byteCount: Int
    let name: String
    let identity: FileIdentity

    /// Fails with `missing`, `unreadable`, `foreign` where it is no file, or `damaged` where there is nothing to map.
    ///
    /// `name` is what errors call it.
    init(_ path: String, name: String) throws(CandleError) {
        self.name = name
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw CandleError.reading(name) }
        var isMapped = false
        defer { if !isMapped { close(descriptor) } }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw CandleError.reading(name) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            let what = status.st_mode & S_IFMT == S_IFDIR ? "is a folder" : "is no file"
            throw .foreign(file: name, what: what, expected: "a candle file")
        }
        guard status.st_size > 0 else { throw .damaged(file: name, what: "is empty") }
        identity = FileIdentity(status)
        byteCount = Int(status.st_size)
        let mapping = unsafe mmap(nil, byteCount, PROT_READ, MAP_SHARED, descriptor, 0)
        guard let mapping = unsafe mapping, unsafe mapping != MAP_FAILED else { throw CandleError.reading(name) }
        unsafe start = UnsafeRawPointer(mapping)
        self.descriptor = descriptor
        isMapped = true
    }

    deinit {
        unsafe munmap(UnsafeMutableRawPointer(mutating: start), byteCount)
        close(descriptor)
    }

    /// A path under which children of this process can open the file as long as it is open here; nil where the system has
    /// none.
    var sharedPath: String? {
        let path = "/proc/\(getpid())/fd/\(descriptor)"
        return unsafe access(path, R_OK) == 0 ? path : nil
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

/// What a file is while its name stays: another one in its place has another identity, and so has a changed one.
struct FileIdentity: Equatable {
    private let device: dev_t
    private let number: ino_t
    private let byteCount: Int
    private let (changed, part): (Int, Int)

    fileprivate init(_ status: stat) {
        device = status.st_dev
        number = status.st_ino
        byteCount = Int(status.st_size)
        (changed, part) = (status.st_ctim.tv_sec, status.st_ctim.tv_nsec)
    }

    /// nil where there is none.
    init?(_ path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}

extension CandleError {
    /// Why the system just refused to read `file`, by `errno`.
    static func reading(_ file: URL) -> CandleError { reading(file.relativePath) }

    static func reading(_ path: String) -> CandleError {
        errno == ENOENT ? .missing(file: path) : .unreadable(file: path, reason: systemReason())
    }

    /// Why the system just refused to write `file`, by `errno`.
    static func writing(_ file: URL) -> CandleError {
        .unwritable(file: file.relativePath, reason: systemReason())
    }

    private static func systemReason() -> String {
        unsafe String(cString: strerror(errno))
    }
}
