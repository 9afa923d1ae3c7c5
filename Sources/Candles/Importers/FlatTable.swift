/// A table of a flatbuffer in bytes that may be hostile: every offset is checked, and what lies outside is nil.
///
/// FlatBuffers internals: a table begins with the distance back to its list of field offsets.
struct FlatTable {
    let bytes: Column<UInt8>
    private let start: Int
    /// Where the list of field offsets starts, and how many bytes it has.
    private let fields: (start: Int, count: Int)

    /// The table that the first four bytes point to.
    init?(root bytes: Column<UInt8>) {
        guard let offset: UInt32 = bytes.integer(at: 0) else { return nil }
        self.init(bytes, at: Int(offset))
    }

    private init?(_ bytes: Column<UInt8>, at start: Int) {
        guard let back: Int32 = bytes.integer(at: start) else { return nil }
        let list = start - Int(back)
        guard let count: UInt16 = bytes.integer(at: list), count >= 4, bytes.holds(list..<list + Int(count)) else {
            return nil
        }
        self.bytes = bytes
        self.start = start
        fields = (list, Int(count))
    }

    /// Where field `number` lies; nil where the table does not have it, and its default counts.
    private func place(_ number: Int) -> Int? {
        let entry = 4 + 2 * number
        guard entry + 2 <= fields.count, let offset: UInt16 = bytes.integer(at: fields.start + entry), offset != 0
        else { return nil }
        return start + Int(offset)
    }

    /// A number of the table; `missing` where it is not written.
    func integer<Integer: FixedWidthInteger>(_ number: Int, missing: Integer) -> Integer {
        place(number).flatMap { bytes.integer(at: $0) } ?? missing
    }

    func table(_ number: Int) -> FlatTable? {
        target(number).flatMap { FlatTable(bytes, at: $0) }
    }

    /// The tables of a list; nil where the list or one of them does not lie within the bytes, or is not there.
    func tables(_ number: Int) -> [FlatTable]? {
        guard let (start, count) = list(number, stride: 4) else { return nil }
        var tables: [FlatTable] = []
        for index in 0..<count {
            let place = start + 4 * index
            guard let offset: UInt32 = bytes.integer(at: place), let table = FlatTable(bytes, at: place + Int(offset))
            else { return nil }
            tables.append(table)
        }
        return tables
    }

    /// Where the elements of a list lie, each `stride` bytes long; nil where it is not whole, or not there.
    func list(_ number: Int, stride: Int) -> (start: Int, count: Int)? {
        guard let start = target(number), let count: UInt32 = bytes.integer(at: start),
            bytes.holds(start + 4..<start + 4 + Int(count) * stride)
        else { return nil }
        return (start + 4, Int(count))
    }

    func text(_ number: Int) -> String? {
        list(number, stride: 1).map { list in
            String(decoding: bytes.slice(list.start..<list.start + list.count).array(), as: UTF8.self)
        }
    }

    private func target(_ number: Int) -> Int? {
        guard let place = place(number), let offset: UInt32 = bytes.integer(at: place) else { return nil }
        return place + Int(offset)
    }
}

extension Column<UInt8> {
    /// Whether all these bytes are there.
    func holds(_ range: Range<Int>) -> Bool { range.lowerBound >= 0 && range.upperBound <= count }

    /// A little-endian number at any place; nil where it is not all there.
    func integer<Integer: FixedWidthInteger>(at offset: Int) -> Integer? {
        let length = Integer.bitWidth / 8
        guard offset >= 0, offset <= count - length else { return nil }
        let bytes = span
        var value: Integer = 0
        for index in 0..<length { value |= Integer(truncatingIfNeeded: bytes[offset + index]) << (8 * index) }
        return value
    }
}
