/// Values as bytes, one behind the other; `ByteReader` reads them in the same order.
///
/// Numbers have eight bytes, least significant first; texts and lists have their count before them.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []

    package init(capacity: Int = 256) { bytes.reserveCapacity(capacity) }

    package mutating func put(_ value: UInt8) { bytes.append(value) }

    package mutating func put(_ value: UInt64) {
        unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
    }

    package mutating func put(_ value: Int) { put(UInt64(bitPattern: Int64(value))) }

    package mutating func put(_ value: Double) { put(value.bitPattern) }

    package mutating func put(_ value: Bool) { put(UInt8(value ? 1 : 0)) }

    package mutating func put(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            put(utf8.count)
            unsafe bytes.append(contentsOf: utf8)
        }
    }

    /// A list of numbers of eight bytes each, as they lie in memory.
    package mutating func put<Number: BitwiseCopyable>(_ numbers: Span<Number>) {
        precondition(MemoryLayout<Number>.stride == 8, "numbers of eight bytes")
        put(numbers.count)
        unsafe numbers.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
    }

    package mutating func put<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        put(value != nil)
        if let value { write(&self, value) }
    }

    package mutating func put<Value>(_ list: [Value], _ write: (inout ByteWriter, Value) -> Void) {
        put(list.count)
        for value in list { write(&self, value) }
    }
}
