/// The plan of a feather file: which columns it has and where its batches of rows lie.
///
/// Feather 2 is the file format of Apache Arrow: batches, then a footer as a flatbuffer, its length, and `ARROW1`.
struct FeatherFile {
    static let magic = Array("ARROW1".utf8)

    private static let mostColumns = 1000

    let columns: [FeatherColumn]
    let batchCount: Int
    /// As the user wrote it.
    let file: String
    private let bytes: Column<UInt8>
    private let footer: FlatTable
    private let firstBlock: Int

    /// Fails with `foreign` where the file is cut, inconsistent, or of a kind that no candles come in.
    init(_ bytes: Column<UInt8>, file: String) throws(CandleError) {
        let tail = bytes.count - Self.magic.count
        guard tail >= 12, bytes.slice(tail..<bytes.count).array() == Self.magic else {
            throw Self.broken(file, "has no end: it is cut short or changed")
        }
        guard let length: Int32 = bytes.integer(at: tail - 4), length > 0, Int(length) <= tail - 12,
            let footer = FlatTable(root: bytes.slice(tail - 4 - Int(length)..<tail - 4)),
            let schema = footer.table(1), let fields = schema.tables(1), let blocks = footer.list(3, stride: 24)
        else { throw Self.broken(file, "has a footer that makes no sense") }
        guard schema.integer(0, missing: Int16(0)) == 0 else {
            throw Self.broken(file, "was written on a machine of the other byte order")
        }
        guard fields.count <= Self.mostColumns else {
            throw Self.broken(file, "has \(CountText.text(fields.count)) columns")
        }
        var columns: [FeatherColumn] = []
        for field in fields { columns.append(try FeatherColumn(field, file: file)) }
        self.columns = columns
        batchCount = blocks.count
        (self.file, self.bytes, self.footer, firstBlock) = (file, bytes, footer, blocks.start)
    }

    /// The rows of batch `index`, from 0.
    func batch(_ index: Int) throws(CandleError) -> FeatherBatch {
        let place = firstBlock + 24 * index
        guard let offset: Int64 = footer.bytes.integer(at: place),
            let head: Int32 = footer.bytes.integer(at: place + 8),
            let body: Int64 = footer.bytes.integer(at: place + 16),
            let batch = FeatherBatch(bytes, at: offset, headCount: Int64(head), bodyCount: body, columns: columns)
        else { throw Self.broken(file, "has a broken batch, number \(index + 1) of \(batchCount)") }
        return batch
    }

    static func broken(_ file: String, _ what: String) -> CandleError {
        .foreign(file: file, what: what, expected: "a whole feather file, version 2")
    }
}

/// A batch of rows: how many, and where the parts of each column lie.
struct FeatherBatch {
    let count: Int
    /// Whether each part is an LZ4 or ZSTD frame behind its unpacked length.
    let isPacked: Bool
    /// For each column its parts: which rows hold a value, then the values.
    let parts: [[Column<UInt8>]]

    /// Reads the message before a batch's body; nil where anything of it lies outside or does not fit.
    init?(_ file: Column<UInt8>, at offset: Int64, headCount: Int64, bodyCount: Int64, columns: [FeatherColumn]) {
        guard offset >= 0, headCount >= 8, bodyCount >= 0, offset < file.count,
            headCount <= Int64(file.count) - offset, bodyCount <= Int64(file.count) - offset - headCount
        else { return nil }
        let body = Int(offset + headCount)
        let head = file.slice(Int(offset)..<body)
        // Since Arrow 0.15 a mark stands before the length.
        let mark: UInt32? = head.integer(at: 0)
        let message = FlatTable(root: head.slice((mark == .max ? 8 : 4)..<head.count))
        guard let message, message.integer(1, missing: UInt8(0)) == 3, let batch = message.table(2),
            let buffers = batch.list(2, stride: 16)
        else { return nil }
        let rows = batch.integer(0, missing: Int64(0))
        guard (0...1 << 31).contains(rows) else { return nil }
        count = Int(rows)
        isPacked = batch.table(3) != nil

        var next = 0
        var parts: [[Column<UInt8>]] = []
        for column in columns {
            var own: [Column<UInt8>] = []
            for _ in 0..<column.partCount {
                guard next < buffers.count,
                    let start: Int64 = batch.bytes.integer(at: buffers.start + 16 * next),
                    let length: Int64 = batch.bytes.integer(at: buffers.start + 16 * next + 8),
                    start >= 0, length >= 0, start <= bodyCount, length <= bodyCount - start
                else { return nil }
                own.append(file.slice(body + Int(start)..<body + Int(start + length)))
                next += 1
            }
            parts.append(own)
        }
        self.parts = parts
    }
}
