/// The first page of a candle file: whose candles, how many, where each part lies, and a checksum over all of it.
///
/// Every number is little-endian. After this page come the table of block checksums, the columns time, open, high, low,
/// close and volume, each at the start of a page, and last what is known of the imports, as JSON.
struct CandleFileHeader: Equatable {
    static let magic: [UInt8] = [0x89] + Array("CANDLE".utf8) + [0x0A]
    static let version = 1
    static let pageSize = 4096
    static let columnCount = 6
    /// Candles a block: 64 KiB of a column, so that a slice of 10,000 touches two or three.
    static let blockLength = 8192
    static let longestSymbol = 80

    var symbol: String
    var timeframe: Timeframe
    var tick: Tick?
    var count: Int
    var firstTime: Int64
    var lastTime: Int64
    /// SHA-256 over symbol, timeframe, count and the checksums of all blocks: equal for equal candles.
    var contentHash: [UInt8]
    var tableChecksum: UInt64
    var importsCount: Int
    var importsChecksum: UInt64

    var blockCount: Int { (count + Self.blockLength - 1) / Self.blockLength }
    var tableCount: Int { blockCount * Self.columnCount }
    var tableOffset: Int { Self.pageSize }
    var columnBytes: Int { Self.wholePages(count * 8) }
    var importsOffset: Int { columnOffset(Self.columnCount) }
    var byteCount: Int { importsOffset + importsCount }

    func columnOffset(_ column: Int) -> Int {
        tableOffset + Self.wholePages(tableCount * 8) + column * columnBytes
    }

    private static func wholePages(_ byteCount: Int) -> Int { (byteCount + pageSize - 1) / pageSize * pageSize }
}

extension CandleFileHeader {
    /// The header as a page.
    func page() -> [UInt8] {
        var page = HeaderPage()
        page.put(Self.magic, at: 0)
        page.put(UInt32(Self.version), at: 8)
        page.put(Int64(count), at: 16)
        page.put(Int64(Self.blockLength), at: 24)
        page.put(Int32(timeframe.count), at: 32)
        page.put(UInt32(timeframe.unit.rawValue.asciiValue ?? 0), at: 36)
        page.put(Int32(tick?.decimals ?? -1), at: 40)
        page.put(firstTime, at: 48)
        page.put(lastTime, at: 56)
        page.put(Int64(importsCount), at: 64)
        page.put(importsChecksum, at: 72)
        page.put(tableChecksum, at: 80)
        page.put(contentHash, at: 88)
        page.put(UInt32(symbol.utf8.count), at: 120)
        page.put(Array(symbol.utf8), at: 124)
        page.close()
        return page.bytes
    }

    /// Reads and checks the first page of a file of `fileSize` bytes.
    init(_ bytes: [UInt8], file: String, fileSize: Int) throws(CandleError) {
        let page = HeaderPage(bytes)
        guard page.bytes(at: 0, count: 8) == Self.magic else {
            throw .damaged(file: file, what: "is no candle file")
        }
        guard page.isWhole else { throw .damaged(file: file, what: "is cut short in its header") }
        let version = Int(page.integer(UInt32.self, at: 8))
        guard version <= Self.version else { throw .newer(file: file, version: version) }
        guard version > 0, page.isSealed else { throw .damaged(file: file, what: "has a changed header") }

        count = Int(page.integer(Int64.self, at: 16))
        firstTime = page.integer(Int64.self, at: 48)
        lastTime = page.integer(Int64.self, at: 56)
        importsCount = Int(page.integer(Int64.self, at: 64))
        importsChecksum = page.integer(UInt64.self, at: 72)
        tableChecksum = page.integer(UInt64.self, at: 80)
        contentHash = page.bytes(at: 88, count: 32)
        let decimals = Int(page.integer(Int32.self, at: 40))
        tick = (0...10).contains(decimals) ? Tick(decimals: decimals) : nil
        let letter = Character(UnicodeScalar(UInt8(truncatingIfNeeded: page.integer(UInt32.self, at: 36))))
        let units = Int(page.integer(Int32.self, at: 32))
        let symbolCount = Int(page.integer(UInt32.self, at: 120))
        guard let unit = Timeframe.Unit(rawValue: letter), units > 0, symbolCount <= Self.longestSymbol,
            page.integer(Int64.self, at: 24) == Self.blockLength, (1...(1 << 40)).contains(count),
            (0...(1 << 30)).contains(importsCount)
        else { throw .damaged(file: file, what: "has a header that makes no sense") }
        timeframe = Timeframe(units, unit)
        symbol = String(decoding: page.bytes(at: 124, count: symbolCount), as: UTF8.self)
        guard fileSize == byteCount else {
            throw .damaged(
                file: file, what: "has \(CountText.text(fileSize, "byte")) instead of \(CountText.text(byteCount))")
        }
    }
}

/// The bytes of a header, with numbers at fixed places and a checksum in the last eight.
private struct HeaderPage {
    private(set) var bytes: [UInt8]

    init() { bytes = [UInt8](repeating: 0, count: CandleFileHeader.pageSize) }
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isWhole: Bool { bytes.count == CandleFileHeader.pageSize }
    var isSealed: Bool { integer(UInt64.self, at: sealOffset) == seal }

    private var sealOffset: Int { CandleFileHeader.pageSize - 8 }
    private var seal: UInt64 { Checksum.of(bytes.span.rawBytes.extracting(first: sealOffset)) }

    mutating func close() { put(seal, at: sealOffset) }

    mutating func put(_ value: some FixedWidthInteger, at offset: Int) {
        for byte in 0..<value.bitWidth / 8 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
    }

    mutating func put(_ values: [UInt8], at offset: Int) {
        bytes.replaceSubrange(offset..<offset + values.count, with: values)
    }

    func integer<Integer: FixedWidthInteger>(_ type: Integer.Type, at offset: Int) -> Integer {
        (0..<Integer.bitWidth / 8).reduce(0) { $0 | Integer(truncatingIfNeeded: bytes[offset + $1]) << (8 * $1) }
    }

    func bytes(at offset: Int, count: Int) -> [UInt8] { Array(bytes.dropFirst(offset).prefix(count)) }
}
