import CLibArchive

/// libarchive over bytes in memory: members one after the other, and the bytes of the one it stands at.
///
/// Only what needs no other program and no encryption is switched on.
@safe final class ArchiveReader {
    struct Entry {
        /// As the archive has it, in UTF-8; what is none of it comes out as replacement characters.
        let name: String
        let isFile: Bool
        /// By the archive's own word.
        let size: Int?
    }

    /// Whether this is one packed file without a name, and no archive of several.
    private(set) var isNameless = false

    private let file: String
    private let bytes: Column<UInt8>
    private let archive: OpaquePointer
    private var first: Entry?
    private var isAtEnd = false

    /// Over zip, tar and single packed files, or only the last; fails with `foreign` where the bytes are none of them.
    init(_ bytes: Column<UInt8>, file: String, isSingle: Bool = false) throws(CandleError) {
        guard let archive = unsafe archive_read_new() else {
            throw .unreadable(file: file, reason: "no memory to unpack it")
        }
        unsafe self.archive = unsafe archive
        self.bytes = bytes
        self.file = file
        unsafe archive_read_support_filter_gzip(archive)
        unsafe archive_read_support_filter_bzip2(archive)
        unsafe archive_read_support_filter_xz(archive)
        unsafe archive_read_support_filter_zstd(archive)
        unsafe archive_read_support_filter_lz4(archive)
        if !isSingle {
            unsafe archive_read_support_format_zip(archive)
            unsafe archive_read_support_format_tar(archive)
        }
        unsafe archive_read_support_format_raw(archive)
        let status = unsafe bytes.span.withUnsafeBufferPointer {
            unsafe archive_read_open_memory(archive, $0.baseAddress, $0.count)
        }
        guard status == ARCHIVE_OK else { throw failure() }
        first = try advance()
        isNameless = unsafe archive_format(archive) == ARCHIVE_FORMAT_RAW
    }

    deinit {
        unsafe archive_read_free(archive)
    }

    /// The next member; nil behind the last.
    func next() throws(CandleError) -> Entry? {
        if let entry = first {
            first = nil
            return entry
        }
        return isAtEnd ? nil : try advance()
    }

    /// Copies bytes of the member to `target`, from `position` on, and says how many; 0 at its end.
    func read(into target: inout MutableSpan<UInt8>, from position: Int) throws(CandleError) -> Int {
        let count = unsafe target.withUnsafeMutableBufferPointer { target in
            unsafe archive_read_data(archive, target.baseAddress.map { unsafe $0 + position }, target.count - position)
        }
        guard count >= 0 else { throw failure() }
        return count
    }

    private func advance() throws(CandleError) -> Entry? {
        var entry: OpaquePointer?
        let status = unsafe archive_read_next_header(archive, &entry)
        isAtEnd = status == ARCHIVE_EOF
        if isAtEnd { return nil }
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry = unsafe entry else { throw failure() }
        let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        let type = unsafe archive_entry_filetype(entry)
        return unsafe Entry(
            name: name.map { unsafe String(cString: $0) } ?? "", isFile: type == 0o100_000 || type == 0,
            size: archive_entry_size_is_set(entry) != 0 ? Int(max(archive_entry_size(entry), 0)) : nil)
    }

    /// Why libarchive just refused to go on, in its words.
    private func failure() -> CandleError {
        let text = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "unknown format"
        let words = String(text.unicodeScalars.prefix(200).map { $0.value < 32 ? " " : Character($0) })
        return .foreign(file: file, what: "cannot be unpacked (\(words))", expected: "a whole file, not encrypted")
    }
}
