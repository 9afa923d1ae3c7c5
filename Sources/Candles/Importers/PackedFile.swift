import CLibArchive

/// A file in which another is packed: one with gzip, bzip2, xz, zstd or lz4, or a member of a zip or tar.
///
/// The packed bytes are in memory, so that no other program changes them meanwhile. For one thread at a time.
@safe final class PackedFile: @unchecked Sendable {
    /// More than this, and more than `mostRatio` times its own size, no file of candles unpacks to.
    private static let freeCount = 64 << 20
    private static let mostRatio = 250
    private static let mostCount = 8 << 30
    private static let mostMembers = 10_000
    private static let partsOfWorkbooks = ["[Content_Types].xml", "content.xml"]

    /// The member that is read; nil where the packed file has no names.
    let member: String?
    /// What it unpacks to by its own word, as far as that can be believed: for reserving memory.
    let likelyCount: Int

    private let file: String
    private let packed: Column<UInt8>
    private let reader: ArchiveReader
    private var unpackedCount = 0

    /// Whether a file that starts so is packed.
    static func isPacked(_ head: [UInt8]) -> Bool {
        beginnings.contains { head.starts(with: $0) } || head.dropFirst(257).starts(with: Array("ustar".utf8))
    }

    private static let beginnings: [[UInt8]] = [
        [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], [0x28, 0xB5, 0x2F, 0xFD],
        [0x04, 0x22, 0x4D, 0x18], Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8),
    ]

    /// Stands before the first byte of the member `wanted`, or of the only one; fails with `foreign` where there are
    /// several or none, and where nothing can be unpacked.
    init(_ packed: Column<UInt8>, file: String, wanted: String?) throws(CandleError) {
        self.file = file
        self.packed = packed
        let mostUnpacked = max(Self.freeCount, packed.count * Self.mostRatio)
        if GzipCheck.isGzip(packed), let fault = GzipCheck.fault(in: packed, limit: mostUnpacked) {
            throw .foreign(file: file, what: fault, expected: "a whole file")
        }
        let names = try Self.members(of: packed, file: file)
        let name: String?
        if let wanted {
            guard names.contains(wanted) else {
                throw .foreign(
                    file: file, what: "holds no file \(Self.shown(wanted))", expected: "one of \(Self.list(names))")
            }
            name = wanted
        } else {
            guard let first = names.first else {
                throw .foreign(file: file, what: "holds no file", expected: "a file of candles")
            }
            guard !names.contains(where: { Self.partsOfWorkbooks.contains($0 ?? "") }) else {
                throw .foreign(
                    file: file, what: "is a workbook of a spreadsheet", expected: "its sheet, saved as CSV")
            }
            guard names.count == 1 else {
                throw .foreign(
                    file: file, what: "holds \(names.count) files (\(Self.list(names)))",
                    expected: "one, or the name of one as in \(file)/\(Self.shown(first ?? ""))")
            }
            name = first
        }
        reader = try ArchiveReader(packed, file: file)
        var size: Int?
        repeat {
            guard let entry = try reader.next() else {
                throw .foreign(file: file, what: "holds no file", expected: "a file of candles")
            }
            size = entry.size
            if name == nil || entry.isFile && entry.name == name { break }
        } while true
        member = name
        let limit = max(Self.freeCount, packed.count.multipliedReportingOverflow(by: 16).partialValue)
        likelyCount = min(size ?? packed.count * 4, limit)
    }

    /// The next bytes, at most `count` of them; none at the end. Fails beyond what a file of candles unpacks to.
    func read(_ count: Int) throws(CandleError) -> Column<UInt8> {
        var read = 0
        var failure: CandleError?
        let piece = Column<UInt8>(unfilled: count) { bytes in
            do throws(CandleError) {
                while read < count {
                    let some = try reader.read(into: &bytes, from: read)
                    if some == 0 { break }
                    read += some
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        unpackedCount += read
        try Self.check(unpackedCount, packedCount: packed.count, file: file)
        return piece.slice(0..<read)
    }

    /// The names of all files in it, but for those that systems add; a nil name is that of the only, nameless one.
    private static func members(of packed: Column<UInt8>, file: String) throws(CandleError) -> [String?] {
        let reader = try ArchiveReader(packed, file: file)
        if reader.isNameless { return [nil] }
        var names: [String?] = []
        while let entry = try reader.next() {
            try check(entry.size ?? 0, packedCount: packed.count, file: file)
            guard entry.isFile, !isAdded(entry.name) else { continue }
            names.append(entry.name)
            guard names.count <= mostMembers else {
                throw .foreign(
                    file: file, what: "holds more than \(CountText.text(mostMembers)) files", expected: "one")
            }
        }
        return names
    }

    /// Whether a system adds such files by itself.
    private static func isAdded(_ name: String) -> Bool {
        name.hasPrefix("__MACOSX/") || name.split(separator: "/").last?.hasPrefix(".") ?? false
    }

    private static func check(_ count: Int, packedCount: Int, file: String) throws(CandleError) {
        guard count > freeCount else { return }
        guard count / mostRatio <= packedCount else {
            throw .foreign(
                file: file, what: "unpacks to more than \(mostRatio) times its size",
                expected: "a file of candles, which never does")
        }
        guard count <= mostCount else {
            throw .foreign(
                file: file, what: "unpacks to more than \(CountText.text(mostCount)) bytes", expected: "several files")
        }
    }

    private static func list(_ names: [String?]) -> String {
        let some = names.prefix(8).map { shown($0 ?? "") }.joined(separator: ", ")
        return names.count > 8 ? some + ", …" : some
    }

    /// A name of any bytes as a short piece of one line.
    private static func shown(_ name: String) -> String {
        let scalars = name.unicodeScalars.prefix(60).map { $0.value < 32 || $0.value == 127 ? "?" : Character($0) }
        return String(scalars) + (name.unicodeScalars.count > 60 ? "…" : "")
    }
}
