/// Reads what a `ByteWriter` wrote. Bytes that another process may have damaged give `malformed`, never a crash.
package struct ByteReader {
    private let bytes: [UInt8]
    private var place: Int

    package init(_ bytes: [UInt8], from place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    /// Everything was read.
    package var isAtEnd: Bool { place == bytes.count }

    package mutating func byte() throws(ProcessError) -> UInt8 {
        guard place < bytes.count else { throw .malformed }
        defer { place += 1 }
        return bytes[place]
    }

    package mutating func word() throws(ProcessError) -> UInt64 {
        guard bytes.count - place >= 8 else { throw .malformed }
        defer { place += 8 }
        return UInt64(
            littleEndian: unsafe bytes.withUnsafeBytes {
                unsafe $0.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            })
    }

    package mutating func integer() throws(ProcessError) -> Int { Int(Int64(bitPattern: try word())) }

    package mutating func double() throws(ProcessError) -> Double { Double(bitPattern: try word()) }

    package mutating func boolean() throws(ProcessError) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw .malformed
        }
    }

    /// How many elements follow, of at least `size` bytes each.
    package mutating func count(ofSize size: Int = 1) throws(ProcessError) -> Int {
        let count = try integer()
        guard count >= 0, count <= (bytes.count - place) / size else { throw .malformed }
        return count
    }

    package mutating func text() throws(ProcessError) -> String {
        let count = try count()
        defer { place += count }
        guard let text = String(validating: bytes[place..<place + count], as: UTF8.self) else { throw .malformed }
        return text
    }

    /// A list of numbers of eight bytes each.
    package mutating func numbers() throws(ProcessError) -> [Double] {
        let count = try count(ofSize: 8)
        defer { place += 8 * count }
        return unsafe bytes.withUnsafeBytes { source in
            unsafe [Double](unsafeUninitializedCapacity: count) { numbers, filled in
                unsafe UnsafeMutableRawBufferPointer(numbers).copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: source[place..<place + 8 * count]))
                filled = count
            }
        }
    }

    /// Fills `numbers`, of eight bytes each, with a list of as many.
    package mutating func read<Number: BitwiseCopyable>(into numbers: inout MutableSpan<Number>) throws(ProcessError) {
        precondition(MemoryLayout<Number>.stride == 8, "numbers of eight bytes")
        let count = try count(ofSize: 8)
        guard count == numbers.count else { throw .malformed }
        defer { place += 8 * count }
        unsafe numbers.withUnsafeMutableBytes { target in
            unsafe bytes.withUnsafeBytes { source in
                unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[place..<place + 8 * count]))
            }
        }
    }

    package mutating func optional<Value>(
        _ read: (inout ByteReader) throws(ProcessError) -> Value
    ) throws(ProcessError) -> Value? {
        try boolean() ? try read(&self) : nil
    }

    package mutating func list<Value>(
        _ read: (inout ByteReader) throws(ProcessError) -> Value
    ) throws(ProcessError) -> [Value] {
        var list: [Value] = []
        for _ in 0..<(try count()) { list.append(try read(&self)) }
        return list
    }
}
