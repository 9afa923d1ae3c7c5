import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct PackedFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func packed(_ name: String) -> URL { FuzzCorpus.folder.appending(path: "packed/\(name)") }

    private var told: ImportOptions {
        var options = ImportOptions()
        options.symbol = "ABC"
        options.timeframe = Timeframe(5, .minute)
        return options
    }

    @Test(arguments: [
        "plain.csv.gz", "plain.csv.bz2", "plain.csv.xz", "plain.csv.zst", "deflated.zip", "stored.zip", "plain.json.gz",
    ])
    func whatIsPackedIsWhatIsInside(name: String) throws {
        let plain = try CandleImport.read(FuzzCorpus.folder.appending(path: "csv/plain.csv"), options: told)
        let imported = try CandleImport.read(packed(name), options: told)
        #expect(imported.candles.contentHash == plain.candles.contentHash)
        #expect(imported.report.file == name)
        var hash = SHA256()
        let bytes = Array(try Data(contentsOf: packed(name)))
        hash.update(bytes.span.rawBytes)
        #expect(imported.report.sha256 == SHA256.text(hash.finish()))
    }

    @Test func theMembersNameTellsTheMarket() throws {
        let imported = try CandleImport.read(packed("deflated.zip"))
        #expect(imported.candles.symbol == "ABC" && imported.candles.timeframe == Timeframe(5, .minute))
    }

    @Test func oneOfSeveralMembersIsChosenByItsPath() throws {
        let error = #expect(throws: CandleError.self) { try CandleImport.read(packed("two.zip"), options: told) }
        let path = packed("two.zip").relativePath
        #expect(
            error?.description
                == "\(path): holds 2 files (a.csv, b.txt), expected one, or the name of one as in \(path)/a.csv")
        let imported = try CandleImport.read(packed("two.zip/a.csv"), options: told)
        #expect(imported.candles.count == 3 && imported.report.file == "two.zip/a.csv")
        let other = #expect(throws: CandleError.self) { try CandleImport.read(packed("two.zip/c.csv"), options: told) }
        #expect(other?.description == "\(path): holds no file c.csv, expected one of a.csv, b.txt")
        let plain = try folder.file("a.csv", "x")
        let third = #expect(throws: CandleError.self) {
            try CandleImport.read(plain.url.appending(path: "b.csv"), options: told)
        }
        #expect(third?.description.contains("is no archive that could hold b.csv") == true)
    }

    @Test func aFaultNamesTheMemberAndItsLine() throws {
        let zip = try Data(contentsOf: packed("stored.zip"))
        // A stored member is its own bytes: a price becomes a letter, and the checksum of the zip no longer fits.
        var bytes = Array(zip)
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("101.5".utf8)) })
        bytes[place] = UInt8(ascii: "x")
        let file = try folder.file("changed.zip", bytes)
        let error = #expect(throws: CandleError.self) { try CandleImport.read(file.url) }
        #expect(error?.kind == .badInput)
    }

    @Test(arguments: ["plain.csv.gz", "plain.csv.xz", "plain.csv.zst", "deflated.zip", "two.zip"])
    func cutAnywhereItIsAnErrorOfOneLine(name: String) throws {
        let bytes = Array(try Data(contentsOf: packed(name)))
        for count in stride(from: 1, to: bytes.count, by: 7) {
            let file = try folder.file("cut-5m.csv", Array(bytes.prefix(count)))
            do {
                // Some cuts lose only what stands behind the content.
                let imported = try CandleImport.read(file.url, options: told)
                #expect(imported.candles.count == 3)
            } catch {
                #expect(error.kind == .badInput && !error.description.contains("\n"))
            }
        }
    }

    /// libarchive does not look at the checksums of gzip.
    @Test func aGzipFileIsCheckedToItsEnd() throws {
        let bytes = Array(try Data(contentsOf: packed("plain.csv.gz")))
        func sentence(_ bytes: [UInt8]) throws -> String {
            let file = try folder.file("a-5m.csv.gz", bytes)
            let error = try #require(throws: CandleError.self) { try CandleImport.read(file.url, options: told) }
            return error.description.replacing(file.url.path, with: "a")
        }
        func changed(_ place: Int) -> [UInt8] {
            var changed = bytes
            changed[place] ^= 1
            return changed
        }
        #expect(try sentence(changed(bytes.count - 8)) == "a: is damaged (incorrect data check), expected a whole file")
        #expect(
            try sentence(changed(bytes.count - 1)) == "a: is damaged (incorrect length check), expected a whole file")
        #expect(try sentence(Array(bytes.dropLast(3))) == "a: is cut short, expected a whole file")
        #expect(
            try sentence(bytes + [1, 2]) == "a: has 2 bytes behind its end that are no gzip, expected a whole file")
        for place in bytes.indices.dropFirst(10) { _ = try sentence(changed(place)) }
    }

    @Test func membersOfGzipOneAfterTheOtherAreOneFile() throws {
        let bytes = Array(try Data(contentsOf: packed("plain.csv.gz")))
        let file = try folder.file("a-5m.csv.gz", bytes + bytes + [0, 0, 0])
        var options = told
        options.bad = .drop
        let report = try CandleImport.read(file.url, options: options).report
        #expect(report.equalDuplicates == report.candles && report.findings?.dropped == 1)
    }

    /// By content alone: a name and the one part by which workbooks are known.
    @Test func aWorkbookIsCalledByItsName() throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "cd \"$0\" && : > content.xml && tar cf book.ods content.xml", folder.url.path]
        try process.run()
        process.waitUntilExit()
        let error = #expect(throws: CandleError.self) {
            try CandleImport.read(folder.url.appending(path: "book.ods"), options: told)
        }
        #expect(
            error?.description.hasSuffix("is a workbook of a spreadsheet, expected its sheet, saved as CSV") == true)
    }

    @Test func aBombIsRefusedBeforeItFillsTheMemory() throws {
        // 256 MiB of line breaks, packed twice, in a few hundred bytes.
        let target = folder.url.appending(path: "bomb.csv.zst")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "head -c 268435456 /dev/zero | tr '\\0' '\\n' | gzip -1 > \"$0\"", target.path]
        try process.run()
        process.waitUntilExit()
        let error = #expect(throws: CandleError.self) { try CandleImport.read(target, options: told) }
        #expect(error?.kind == .badInput)
        #expect(error?.description.contains("a file of candles") == true)
    }

    @Test(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
    func aRealPackedFileIsEqualToItsTwin() throws {
        let folder = try #require(SharedFiles.folder?.appending(path: "data"))
        let file = folder.appending(path: "raw/freqtrade-XRP_USDT_USDT-1h-futures.json.gz")
        let imported = try CandleImport.read(file)
        let twin = try CandleImport.read(folder.appending(path: "csv/XRP_USDT_SWAP-1h.csv"))
        #expect(imported.candles.csv() == twin.candles.csv())
        #expect(imported.candles.timeframe == Timeframe(1, .hour))
    }
}

/// The files that fuzzing starts from, which are files of every kind that is read.
enum FuzzCorpus {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fuzz/Corpus")
}
