import Foundation
import TestSupport
import Testing

@testable import Candles

@Suite struct PlainRowsTests {
    private static let header = Array("timestamp_ms,open,high,low,close,volume\n".utf8)

    /// Half a million lines with a price and a volume of any shape that a plain line may have: digits before the point or
    /// none, up to sixteen behind it, zeros in front.
    @Test func eachNumberIsTheDoubleThatTheCLibraryReads() throws {
        var random = SplitMix(state: 31)
        let count = 500_000
        var text = Self.header
        text.reserveCapacity(count * 90)
        // Where the price and the volume of each line start.
        var places: [(price: Int, volume: Int)] = []
        places.reserveCapacity(count)
        for line in 0..<count {
            Self.append(1_577_836_800_000 + UInt64(line) * 60_000, to: &text)
            let price = text.count + 1
            var decimal: [UInt8] = [UInt8(ascii: ",")]
            Self.appendDecimal(isPositive: true, to: &decimal, &random)
            for _ in 0..<4 { text += decimal }
            places.append((price, text.count + 1))
            text.append(UInt8(ascii: ","))
            Self.appendDecimal(isPositive: false, to: &text, &random)
            text.append(UInt8(ascii: "\n"))
        }
        // The last lines of a piece are left to the general reader.
        let end = text.count
        text += [UInt8](repeating: UInt8(ascii: "\n"), count: 512)

        let rows = try Self.plainRows(text, from: Self.header.count)
        #expect(rows.count == count && rows.position == end)
        let (prices, volumes) = (rows.price.span, rows.volume.span)
        text.append(0)
        let wrong = unsafe text.withUnsafeBytes { bytes in
            (0..<min(count, prices.count)).first { line in
                let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                guard let start = unsafe start else { return true }
                let price = unsafe strtod(start + places[line].price, nil)
                let volume = unsafe strtod(start + places[line].volume, nil)
                return price.bitPattern != prices[line].bitPattern || volume.bitPattern != volumes[line].bitPattern
            }
        }
        #expect(wrong == nil)
    }

    /// Files of a few hundred lines, most of them plain, with everything between them that files have: with both readers
    /// the same candles, report and findings come out, or the same error.
    @Test(arguments: 0..<400)
    func aFileIsReadAsTheGeneralReaderReadsIt(number: Int) throws {
        var random = SplitMix(state: UInt64(number) &+ 7_000)
        let file = try TemporaryFolder().file("MIXED-5m.csv", RandomTable(&random).text)
        for bad in ImportOptions.Bad.allCases {
            var options = ImportOptions()
            (options.bad, options.duplicates, options.timeZone) = (bad, .first, ClockZone("UTC"))
            let plain = Self.outcome(file.url, options)
            options.readsPlainRows = false
            #expect(plain == Self.outcome(file.url, options))
        }
    }

    /// What an import said and which candles came out.
    private static func outcome(_ file: URL, _ options: ImportOptions) -> Result<Outcome, CandleError> {
        do {
            let imported = try CandleImport.read(file, options: options)
            return .success(Outcome(hash: imported.candles.contentHash, report: imported.report))
        } catch {
            return .failure(error)
        }
    }

    private struct Outcome: Equatable {
        let hash: String
        let report: ImportReport
    }

    /// Closes and volumes of the plain lines from `start` on, and where they end.
    private static func plainRows(
        _ text: [UInt8], from start: Int
    ) throws -> (price: Column<Double>, volume: Column<Double>, count: Int, position: Int) {
        let file = try TemporaryFolder().file("PLAIN-1m.csv", Array(text.prefix(4096)))
        let source = try SourceFile(file.url)
        let layout = try CSVLayout(source.head, source: source, options: ImportOptions())
        let plain = try #require(PlainRows(layout, unit: nil))
        var rows = RowBuilder(capacity: 1000)
        var (position, count) = (start, 0)
        while true {
            let more = rows.appendPlain(text.span, &position, plain, line: count + 2, unit: .milliseconds)
            if more == 0 { break }
            count += more
        }
        let read = try rows.finish(file: "PLAIN-1m.csv", layout: "", isOrderAssumed: false, nothing: "")
        return (read.close, read.volume, count, position)
    }

    private static func append(_ number: UInt64, to text: inout [UInt8]) {
        text += Array(String(number).utf8)
    }

    /// At most 2^53 without its point, and at most nineteen digits.
    private static func appendDecimal(isPositive: Bool, to text: inout [UInt8], _ random: inout SplitMix) {
        let bits = random.next()
        let mantissa = bits & 0x1F_FFFF_FFFF_FFFF
        let number = (mantissa >> ((bits >> 53) % 54)) | (isPositive ? 1 : 0)
        var digits = Array(String(number).utf8)
        let choice = random.next()
        let zeros = Int(choice & 3) == 0 ? Int(choice >> 2 & 7) : 0
        let room = min(zeros, 19 - digits.count)
        if room > 0 { digits = [UInt8](repeating: UInt8(ascii: "0"), count: room) + digits }
        // How many of them stand behind the point: sixteen on either side is the most.
        let least = max(0, digits.count - 16)
        let decimals = least + Int((choice >> 8) % UInt64(min(digits.count, 16) - least + 1))
        text += digits.dropLast(decimals)
        if decimals > 0 || choice >> 40 & 7 == 0 { text.append(UInt8(ascii: ".")) }
        text += digits.suffix(decimals)
    }
}

/// A file of candles as they come: plain lines for the most part, and lines of each kind that is not plain.
private struct RandomTable {
    private(set) var text: [UInt8] = []

    init(_ random: inout SplitMix) {
        let separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
        let end = Bool.random(using: &random) ? "\n" : "\r\n"
        let isWide = Bool.random(using: &random)
        var unit = Int.random(in: 0..<3, using: &random)
        let names = ["time", "open", "high", "low", "close", "volume"] + (isWide ? ["close_time", "x"] : [])
        var lines = [names.joined(separator: separator)]
        // One file in four has no fault at all; in the others every tenth to three-hundredth line is odd.
        let rarity = [0, 10, 60, 300].randomElement(using: &random) ?? 0
        var time: Int64 = 1_577_836_800
        for _ in 0..<Int.random(in: 1...700, using: &random) {
            time += Int.random(in: 0..<200, using: &random) == 0 ? 1500 : 300
            let low = Int.random(in: 1...99_999, using: &random)
            let high = low + Int.random(in: 0...999, using: &random)
            let places = Int.random(in: 0...4, using: &random)
            func price(_ random: inout SplitMix) -> String {
                Self.decimal(Int.random(in: low...high, using: &random), places)
            }
            var fields = [
                Self.time(time, unit), price(&random), Self.decimal(high, places), Self.decimal(low, places),
                price(&random), Self.decimal(Int.random(in: 0...999_999, using: &random), 4),
            ]
            if isWide { fields += [Self.time(time + 299, unit), ["0", "ab", ""].randomElement(using: &random) ?? ""] }
            var line = fields.joined(separator: separator)
            if rarity > 0, Int.random(in: 0..<rarity, using: &random) == 0 {
                line = Self.odd(fields, separator, &unit, &random)
            }
            lines.append(line)
        }
        text = Array(lines.joined(separator: end).utf8)
        if Bool.random(using: &random) { text += Array(end.utf8) }
    }

    private static func time(_ seconds: Int64, _ unit: Int) -> String {
        String(seconds) + String(repeating: "0", count: 3 * unit)
    }

    private static func decimal(_ number: Int, _ places: Int) -> String {
        guard places > 0 else { return String(number) }
        let digits = String(repeating: "0", count: max(0, places + 1 - String(number).count)) + String(number)
        return "\(digits.dropLast(places)).\(digits.suffix(places))"
    }

    /// The line with something in it that a plain one has not, much of it a fault.
    private static func odd(
        _ fields: [String], _ separator: String, _ unit: inout Int, _ random: inout SplitMix
    ) -> String {
        let odd = [
            "", "nan", "-1", "0", "0.0", "1e2", "1e400", ".", "-", "\"7\"", " 8 ", "1.2.3", "+4", "9007199254740993",
            "12345678901234567890", "0.00000000000000000001", "123456789.12345678901", "x", "7.", ".7", "1\r2",
            "999999999", "20200101", "2020-01-01", "4102444800000", "99999999999999", "\u{0}",
        ]
        var fields = fields
        let place = Int.random(in: 0..<fields.count, using: &random)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return ""
        case 1: fields.removeLast()
        case 2: fields.append("1")
        case 3: fields.swapAt(2, 3)
        case 4: unit = Int.random(in: 0..<3, using: &random)
        default: fields[place] = odd.randomElement(using: &random) ?? ""
        }
        return fields.joined(separator: separator)
    }
}
