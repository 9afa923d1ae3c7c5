import CNettle

/// The SHA-256 of bytes that come piece by piece: what a file is known by. FIPS 180-4.
package struct SHA256 {
    private var context = sha256_ctx()

    package init() {
        unsafe nettle_sha256_init(&context)
    }

    package mutating func update(_ bytes: RawSpan) {
        unsafe bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            unsafe nettle_sha256_update(
                &context, bytes.count, start.assumingMemoryBound(to: UInt8.self))
        }
    }

    /// The 32 bytes; the next piece begins a new one.
    package mutating func finish() -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 32) { bytes, count in
            unsafe nettle_sha256_digest(&context, 32, bytes.baseAddress)
            count = 32
        }
    }

    /// Bytes as 64 lower-case hexadecimal digits.
    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
