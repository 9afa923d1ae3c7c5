/// The values of one column in one batch, unpacked.
struct FeatherValues {
    private static let freeCount = 64 << 20
    private static let mostRatio = 256

    private let kind: FeatherColumn.Kind
    private let timeUnit: TimeUnit?
    /// A bit a row, 1 where there is a value; empty where all rows have one.
    private let present: Column<UInt8>
    private let bytes: Column<UInt8>

    /// nil where the column's memory is too short or cannot be unpacked.
    init?(_ batch: FeatherBatch, _ index: Int, _ kind: FeatherColumn.Kind, timeUnit: TimeUnit?) {
        let parts = batch.parts[index]
        guard parts.count == 2, let width = Self.width(kind),
            let bytes = Self.unpacked(parts[1], isPacked: batch.isPacked, count: batch.count * width)
        else { return nil }
        self.kind = kind
        self.timeUnit = timeUnit
        self.bytes = bytes
        if parts[0].count == 0 {
            present = parts[0]
        } else {
            guard
                let bits = Self.unpacked(parts[0], isPacked: batch.isPacked, count: (batch.count + 7) / 8)
            else { return nil }
            present = bits
        }
    }

    func isThere(_ row: Int) -> Bool {
        present.count == 0 || present.span[row / 8] >> UInt8(row % 8) & 1 == 1
    }

    /// A price or volume. Single precision becomes the double that its shortest decimal stands for.
    func number(_ row: Int) -> Double {
        switch kind {
        case .real(32):
            let number = Float(bitPattern: bytes.integer(at: 4 * row) ?? 0)
            return number.isFinite ? Double(number.description) ?? .nan : Double(number)
        case .real: return Double(bitPattern: bytes.integer(at: 8 * row) ?? 0)
        default: return Double(integer(row))
        }
    }

    /// A time in milliseconds since 1970 and in what it was counted; nil for what lies out of any calendar.
    func time(_ row: Int) -> (Int64, TimeUnit?)? {
        let number = integer(row)
        switch kind {
        case .day:
            return number.magnitude < 1 << 30 ? (number * TimeText.millisecondsPerDay, nil) : nil
        case .time(let unit, _): return unit.milliseconds(number).map { ($0, unit) }
        default:
            let unit = timeUnit ?? TimeUnit.likely(number)
            return unit.milliseconds(number).map { ($0, unit) }
        }
    }

    private func integer(_ row: Int) -> Int64 {
        switch kind {
        case .integer(8, let isSigned):
            let byte: UInt8 = bytes.integer(at: row) ?? 0
            return isSigned ? Int64(Int8(bitPattern: byte)) : Int64(byte)
        case .integer(16, let isSigned):
            let half: UInt16 = bytes.integer(at: 2 * row) ?? 0
            return isSigned ? Int64(Int16(bitPattern: half)) : Int64(half)
        case .integer(32, let isSigned):
            let word: UInt32 = bytes.integer(at: 4 * row) ?? 0
            return isSigned ? Int64(Int32(bitPattern: word)) : Int64(word)
        case .day: return Int64(bytes.integer(at: 4 * row) ?? Int32(0))
        default: return bytes.integer(at: 8 * row) ?? 0
        }
    }

    private static func width(_ kind: FeatherColumn.Kind) -> Int? {
        switch kind {
        case .time: 8
        case .day: 4
        case .integer(let bits, _), .real(let bits): bits / 8
        case .other: nil
        }
    }

    /// The first `count` bytes of a part; a packed one begins with its length, or with -1 where it is not packed.
    private static func unpacked(_ part: Column<UInt8>, isPacked: Bool, count: Int) -> Column<UInt8>? {
        guard isPacked else { return part.count >= count ? part.slice(0..<count) : nil }
        guard let length: Int64 = part.integer(at: 0) else { return nil }
        let rest = part.slice(8..<part.count)
        if length == -1 { return rest.count >= count ? rest.slice(0..<count) : nil }
        guard length >= count, count <= freeCount || count / mostRatio <= rest.count,
            let reader = try? ArchiveReader(rest, file: "", isSingle: true),
            (try? reader.next()) != nil
        else { return nil }
        var position = 0
        let bytes = Column<UInt8>(count: count, initial: 0) { bytes in
            while position < count, let some = try? reader.read(into: &bytes, from: position), some > 0 {
                position += some
            }
        }
        return position == count ? bytes : nil
    }
}
