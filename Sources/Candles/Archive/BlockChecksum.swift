import CColumns

/// The checksum of a block: any changed word is found at the speed of memory, and it is no proof against intent.
///
/// Eight lanes; of the words of a stripe each lane adds the product of the two halves of its word, mixed with a key that
/// grows from stripe to stripe, and its neighbor's word. The same on every machine.
enum BlockChecksum {
    /// Of whole words of eight bytes.
    static func of(_ words: RawSpan) -> UInt64 {
        precondition(words.byteCount.isMultiple(of: 8), "a checksum of half a word")
        return unsafe words.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            return unsafe columns_checksum(start.assumingMemoryBound(to: UInt64.self), bytes.count / 8)
        }
    }
}
