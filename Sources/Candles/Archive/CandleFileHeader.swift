/// The first page of a candle file: whose candles, how many, and a checksum over all of it. Numbers are little-endian.
struct CandleFileHeader: Equatable {
    static let magic: [UInt8] = [0x89] + Array("CANDLE".utf8) + [0x0A]
    static let longestSymbol = 80

    var symbol: String
    var timeframe: Timeframe
    var tick: Tick?
    var layout: CandleFileLayout
    var firstTime: Int64
    var lastTime: Int64
    /// How many candles were filled in.
    var filledCount: Int
    /// SHA-256: equal for equal candles, as `CandleSeries.contentHash` says.
    var contentHash: [UInt8]
    var importsCount: Int
    var importsChecksum: UInt64

    var count: Int { layout.count }
    var byteCount: Int { layout.importsOffset + importsCount }
}

extension CandleFileHeader {
    /// The header as a page.
    func page() -> [UInt8] {
        var page = HeaderPage()
        page.put(Self.magic, at: 0)
        page.put(UInt32(layout.version), at: 8)
        page.put(Int64(count), at: 16)
        page.put(Int64(layout.blockLength), at: 24)
        page.put(Int32(timeframe.count), at: 32)
        page.put(UInt32(timeframe.unit.rawValue.asciiValue ?? 0), at: 36)
        page.put(Int32(tick?.decimals ?? -1), at: 40)
        page.put(firstTime, at: 48)
        page.put(lastTime, at: 56)
        page.put(Int64(importsCount), at: 64)
        page.put(importsChecksum, at: 72)
        // In version 1 the checksum of the table: a changed one is found with the block it stands for.
        page.put(Int64(filledCount), at: 80)
        page.put(contentHash, at: 88)
        page.put(UInt32(symbol.utf8.count), at: 120)
        page.put(Array(symbol.utf8), at: 124)
        return page.sealed()
    }

    /// Reads and checks the start of a file of `fileSize` bytes, its first page or all that is there.
    init(_ start: RawSpan, file: String, fileSize: Int) throws(CandleError) {
        guard HeaderPage.bytes(start, at: 0, count: 8) == Self.magic else {
            throw .damaged(file: file, what: "is no candle file")
        }
        guard start.byteCount == CandleFileLayout.pageSize else {
            throw .damaged(file: file, what: "is cut short in its header")
        }
        let version = Int(HeaderPage.integer(start, UInt32.self, at: 8))
        guard version <= CandleFileLayout.newest else { throw .newer(file: file, version: version) }
        guard version > 0, HeaderPage.isSealed(start) else {
            throw .damaged(file: file, what: "has a changed header")
        }
        let count = Int(HeaderPage.integer(start, Int64.self, at: 16))
        firstTime = HeaderPage.integer(start, Int64.self, at: 48)
        lastTime = HeaderPage.integer(start, Int64.self, at: 56)
        importsCount = Int(HeaderPage.integer(start, Int64.self, at: 64))
        importsChecksum = HeaderPage.integer(start, UInt64.self, at: 72)
        filledCount = version == 1 ? 0 : Int(HeaderPage.integer(start, Int64.self, at: 80))
        contentHash = HeaderPage.bytes(start, at: 88, count: 32)
        layout = CandleFileLayout(version: version, count: count, hasFilled: filledCount > 0)
        let decimals = Int(HeaderPage.integer(start, Int32.self, at: 40))
        tick = (0...10).contains(decimals) ? Tick(decimals: decimals) : nil
        let letter = Character(UnicodeScalar(UInt8(truncatingIfNeeded: HeaderPage.integer(start, UInt32.self, at: 36))))
        let units = Int(HeaderPage.integer(start, Int32.self, at: 32))
        let symbolCount = Int(HeaderPage.integer(start, UInt32.self, at: 120))
        guard (1...(1 << 40)).contains(count), (0...count).contains(filledCount),
            let unit = Timeframe.Unit(rawValue: letter), units > 0, symbolCount <= Self.longestSymbol,
            HeaderPage.integer(start, Int64.self, at: 24) == layout.blockLength, (0...(1 << 30)).contains(importsCount)
        else { throw .damaged(file: file, what: "has a header that makes no sense") }
        timeframe = Timeframe(units, unit)
        symbol = String(decoding: HeaderPage.bytes(start, at: 124, count: symbolCount), as: UTF8.self)
        guard fileSize == byteCount else {
            throw .damaged(
                file: file, what: "has \(CountText.text(fileSize, "byte")) instead of \(CountText.text(byteCount))")
        }
    }
}

/// The bytes of a header, with numbers at fixed places and a checksum in the last eight.
private struct HeaderPage {
    private static let sealOffset = CandleFileLayout.pageSize - 8
    private var bytes = [UInt8](repeating: 0, count: CandleFileLayout.pageSize)

    mutating func put(_ value: some FixedWidthInteger, at offset: Int) {
        for byte in 0..<value.bitWidth / 8 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (8 * byte)) }
    }

    mutating func put(_ values: [UInt8], at offset: Int) {
        bytes.replaceSubrange(offset..<offset + values.count, with: values)
    }

    consuming func sealed() -> [UInt8] {
        put(Checksum.of(bytes.span.rawBytes.extracting(first: Self.sealOffset)), at: Self.sealOffset)
        return bytes
    }

    static func isSealed(_ page: RawSpan) -> Bool {
        integer(page, UInt64.self, at: sealOffset) == Checksum.of(page.extracting(first: sealOffset))
    }

    static func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
        _ page: RawSpan, _ type: Integer.Type, at offset: Int
    ) -> Integer {
        Integer(littleEndian: unsafe page.unsafeLoadUnaligned(fromByteOffset: offset, as: type))
    }

    /// As many of these bytes as are there.
    static func bytes(_ page: RawSpan, at offset: Int, count: Int) -> [UInt8] {
        let end = min(offset + count, page.byteCount)
        return (min(offset, end)..<end).map { unsafe page.unsafeLoad(fromByteOffset: $0, as: UInt8.self) }
    }
}
