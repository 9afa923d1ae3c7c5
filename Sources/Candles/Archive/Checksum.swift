/// XXH64 of a piece of memory: finds any changed byte at the speed of memory, and is no proof against intent.
///
/// Collet, xxHash specification, version 0.1.1, with seed 0.
enum Checksum {
    private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
    private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
    private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
    private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

    static func of(_ bytes: RawSpan) -> UInt64 {
        let count = bytes.byteCount
        var position = 0
        var sum: UInt64
        if count >= 32 {
            var (a, b, c, d) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
            // Unchecked: `position + 32 <= count` bounds all four reads, and this loop is what an import waits for.
            while position &+ 32 <= count {
                a = round(a, word(bytes, position))
                b = round(b, word(bytes, position &+ 8))
                c = round(c, word(bytes, position &+ 16))
                d = round(d, word(bytes, position &+ 24))
                position &+= 32
            }
            sum = rotated(a, 1) &+ rotated(b, 7) &+ rotated(c, 12) &+ rotated(d, 18)
            for lane in [a, b, c, d] { sum = (sum ^ round(0, lane)) &* prime1 &+ prime4 }
        } else {
            sum = prime5
        }
        sum = sum &+ UInt64(count)
        while position + 8 <= count {
            sum = rotated(sum ^ round(0, word(bytes, position)), 27) &* prime1 &+ prime4
            position += 8
        }
        if position + 4 <= count {
            let half = unsafe bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self)
            sum = rotated(sum ^ UInt64(half) &* prime1, 23) &* prime2 &+ prime3
            position += 4
        }
        while position < count {
            let byte = unsafe bytes.unsafeLoad(fromByteOffset: position, as: UInt8.self)
            sum = rotated(sum ^ UInt64(byte) &* prime5, 11) &* prime1
            position += 1
        }
        sum = (sum ^ sum >> 33) &* prime2
        sum = (sum ^ sum >> 29) &* prime3
        return sum ^ sum >> 32
    }

    @inline(__always)
    private static func word(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
        unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
    }

    @inline(__always)
    private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
        rotated(lane &+ word &* prime2, 31) &* prime1
    }

    @inline(__always)
    private static func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 {
        value &<< bits | value &>> (64 &- bits)
    }
}
