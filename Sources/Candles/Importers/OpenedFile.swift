import Foundation

/// A plain file open for reading, and what was written behind its name: `archive.zip/member`.
struct OpenedFile {
    /// As the user wrote it, without the member.
    let path: String
    /// Without its folder.
    let name: String
    let member: String?
    /// To be closed by whoever holds this.
    let descriptor: Int32
    let byteCount: Int

    /// Fails with `missing`, `unreadable`, and `foreign` for a folder, a device and an empty file.
    init(_ file: URL) throws(CandleError) {
        var (archive, members) = (file, [String]())
        var descriptor = Self.open(file)
        // The system says so where a part of the path is a file and no folder.
        while descriptor < 0 && errno == ENOTDIR && archive.pathComponents.count > 1 {
            members.insert(archive.lastPathComponent, at: 0)
            archive.deleteLastPathComponent()
            descriptor = Self.open(archive)
        }
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
        self.descriptor = descriptor
        byteCount = Int(status.st_size)
        member = members.isEmpty ? nil : members.joined(separator: "/")
        name = archive.lastPathComponent
        path = members.isEmpty ? file.relativePath : String(file.relativePath.dropLast(member?.count ?? 0).dropLast())
    }

    /// All of it; fails with `foreign` where it is longer than `limit`.
    func whole(limit: Int) throws(CandleError) -> Column<UInt8> {
        guard byteCount <= limit else {
            throw .foreign(
                file: path, what: "is longer than \(CountText.text(limit)) bytes", expected: "several files")
        }
        return try Self.read(descriptor, byteCount, file: path)
    }

    /// The next bytes, `count` of them but for the end of the file.
    static func read(_ descriptor: Int32, _ count: Int, file: String) throws(CandleError) -> Column<UInt8> {
        var (read, hasFailed) = (0, false)
        let bytes = Column<UInt8>(unfilled: count) { bytes in
            while read < count {
                let some = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
                    unsafe Foundation.read(descriptor, bytes.baseAddress.map { unsafe $0 + read }, count - read)
                }
                if some < 0 && errno == EINTR { continue }
                hasFailed = some < 0
                guard some > 0 else { return }
                read += some
            }
        }
        if hasFailed { throw CandleError.reading(URL(filePath: file)) }
        return bytes.slice(0..<read)
    }

    private static func open(_ file: URL) -> Int32 {
        unsafe Foundation.open(file.path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    }
}
