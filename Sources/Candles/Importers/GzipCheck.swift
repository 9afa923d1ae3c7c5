import CZlib

/// Whether a gzip file is whole: libarchive unpacks it without a look at its checksums.
///
/// Members one after the other, each with the CRC-32 and the length of what it unpacks to; zeros may follow. RFC 1952.
enum GzipCheck {
    private static let (magic, pieceCount) = ([0x1F, 0x8B] as [UInt8], 1 << 16)
    /// The largest window, and a header of gzip: zlib's manual, `inflateInit2`.
    private static let windowBits: Int32 = 15 + 16

    static func isGzip(_ bytes: Column<UInt8>) -> Bool {
        bytes.count > 1 && bytes[0] == magic[0] && bytes[1] == magic[1]
    }

    /// What is wrong with the file, for people; nil for a whole one, and for one that unpacks to more than `limit`
    /// bytes, of which no more is looked at.
    static func fault(in packed: Column<UInt8>, limit: Int) -> String? {
        var stream = unsafe z_stream()
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        guard unsafe inflateInit2_(&stream, windowBits, ZLIB_VERSION, size) == Z_OK else {
            return "cannot be unpacked (no memory)"
        }
        defer { unsafe inflateEnd(&stream) }
        var piece = [UInt8](repeating: 0, count: pieceCount)
        return unsafe packed.span.withUnsafeBufferPointer { packed in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
            unsafe stream.avail_in = UInt32(clamping: packed.count)
            var unpacked = 0
            while unpacked <= limit {
                let status = unsafe piece.withUnsafeMutableBufferPointer { piece in
                    unsafe stream.next_out = piece.baseAddress
                    unsafe stream.avail_out = UInt32(piece.count)
                    return unsafe inflate(&stream, Z_NO_FLUSH)
                }
                unpacked += unsafe pieceCount - Int(stream.avail_out)
                switch status {
                case Z_OK: continue
                case Z_BUF_ERROR: return "is cut short"
                case Z_STREAM_END:
                    let rest = unsafe packed.suffix(Int(stream.avail_in))
                    if unsafe rest.allSatisfy({ $0 == 0 }) { return nil }
                    guard unsafe rest.starts(with: magic) else {
                        return unsafe "has \(CountText.text(rest.count, "byte")) behind its end that are no gzip"
                    }
                    unsafe inflateReset(&stream)
                default:
                    let words = unsafe stream.msg.map { unsafe String(cString: $0) } ?? "unknown format"
                    return "is damaged (\(words))"
                }
            }
            return nil
        }
    }
}
