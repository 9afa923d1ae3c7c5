/// Where the parts of a candle file lie, and what guards them; follows from the version of the file and its count.
///
/// After the first page come the checksums of all blocks, the columns time, open, high, low, close and volume, each at
/// the start of a page, then, where any candle was filled in, a column of bits that says which; and last what is known of
/// the imports. Files are written in version 2. Version 1 had longer blocks and a slower checksum, its table went by
/// column, and it had no bits.
struct CandleFileLayout: Equatable {
    static let newest = 2
    static let pageSize = 4096
    /// The columns of numbers, and which one follows them.
    static let (numberColumns, filledColumn) = (6, 6)

    let version: Int
    let count: Int
    let hasFilled: Bool

    /// Candles a block: in version 2 four pages of a column, so that a slice reads little beside its own candles.
    var blockLength: Int { version == 1 ? 8192 : 2048 }
    var blockCount: Int { (count + blockLength - 1) / blockLength }
    var columnCount: Int { hasFilled ? Self.numberColumns + 1 : Self.numberColumns }

    /// Words of the table for a block: one for each column; a cache line in version 2, some of it empty.
    private var tableWidth: Int { version == 1 ? Self.numberColumns : 8 }
    var tableOffset: Int { Self.pageSize }
    var tableCount: Int { blockCount * tableWidth }

    var importsOffset: Int {
        columnOffset(Self.filledColumn) + (hasFilled ? Self.wholePages(wordCount(Self.filledColumn) * 8) : 0)
    }

    init(version: Int = newest, count: Int, hasFilled: Bool) {
        self.version = version
        self.count = count
        self.hasFilled = hasFilled
    }

    /// Where the checksum of a block stands in the table.
    func place(of block: Int, _ column: Int) -> Int {
        version == 1 ? column * blockCount + block : block * tableWidth + column
    }

    func columnOffset(_ column: Int) -> Int {
        tableOffset + Self.wholePages(tableCount * 8) + column * Self.wholePages(count * 8)
    }

    /// How many words of eight bytes a column has.
    func wordCount(_ column: Int) -> Int { column == Self.filledColumn ? Mask.wordCount(count) : count }

    /// The words of a column that belong to a block.
    func words(of block: Int, _ column: Int) -> Range<Int> {
        let length = column == Self.filledColumn ? blockLength / 64 : blockLength
        return block * length..<min((block + 1) * length, wordCount(column))
    }

    /// The blocks that hold these candles.
    func blocks(of candles: Range<Int>) -> Range<Int> {
        candles.isEmpty ? 0..<0 : candles.lowerBound / blockLength..<(candles.upperBound - 1) / blockLength + 1
    }

    func checksum(_ words: RawSpan) -> UInt64 { version == 1 ? Checksum.of(words) : BlockChecksum.of(words) }

    private static func wholePages(_ byteCount: Int) -> Int { (byteCount + pageSize - 1) / pageSize * pageSize }
}
