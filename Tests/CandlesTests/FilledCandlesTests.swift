import Foundation
import TestSupport
import Testing

@testable import Candles

/// Candles that an import filled in are known as such wherever they go.
@Suite struct FilledCandlesTests {
    private static let timeframe = Timeframe(5, .minute)

    /// Random candles of which some are missing, the same with the gaps filled, and which those are.
    private static func gappy(seed: UInt64, count: Int = 300) throws -> (gappy: CandleSeries, filled: CandleSeries) {
        var random = RandomStream(seed: seed)
        let whole = RandomCandles.series(count: count, seed: seed)
        let rarity = 1 + random.next() % 5
        let rows = (0..<count).filter { $0 == 0 || $0 == count - 1 || random.next() % (rarity + 1) != 0 }
        let gappy = CandleSeries(
            symbol: whole.symbol, timeframe: whole.timeframe, candles: rows.map { whole[$0] }, tick: whole.close.tick)
        let filled = try gappy.filled(CandleCheck(gappy), file: "a test").0
        return (gappy, filled)
    }

    private static func imported(_ text: String) throws -> CandleImport {
        var options = ImportOptions()
        options.symbol = "TEST"
        options.timeframe = timeframe
        let file = try TemporaryFolder().file("a.csv", text)
        return try CandleImport.read(file.url, options: options)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func thoseThatWereMissingAreMarkedAndNoOthers(seed: UInt64) throws {
        let (gappy, filled) = try Self.gappy(seed: seed)
        let known = Set(gappy.time.array())
        #expect(filled.count == 300)
        #expect((0..<300).allSatisfy { filled.isFilled($0) != known.contains(filled.time[$0]) })
        // Those that are not marked are the candles there were; the marked ones stand at the close before, untraded.
        #expect((0..<300).filter { !filled.isFilled($0) }.map { filled[$0] } == (0..<gappy.count).map { gappy[$0] })
        #expect((1..<300).allSatisfy { !filled.isFilled($0) || filled[$0] == filled[$0 - 1].flat(at: filled.time[$0]) })
    }

    @Test func withoutGapsNothingIsMarked() throws {
        let candles = RandomCandles.series(count: 20)
        #expect(try candles.filled(CandleCheck(candles), file: "a test").0.filled == nil)
        #expect(candles.marked(filled: Mask(repeating: false, count: 20)).filled == nil)
        #expect(!candles.isFilled(3))
    }

    @Test(arguments: [0..<300, 0..<1, 63..<65, 64..<128, 17..<18, 1..<299, 130..<130])
    func aSliceHasTheMarksOfItsCandles(range: Range<Int>) throws {
        let filled = try Self.gappy(seed: 2).filled
        let slice = filled.slice(range)
        #expect((0..<range.count).allSatisfy { slice.isFilled($0) == filled.isFilled(range.lowerBound + $0) })
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func marksAreStoredAndSlicedAsTheyWere(seed: UInt64) throws {
        let folder = try TemporaryFolder()
        let candles = try Self.gappy(seed: seed, count: 5000).filled
        let target = folder.url.appending(path: "a.candles")
        try CandleFile.write(candles, tick: candles.close.tick, imports: [], to: target)
        let file = try CandleFile(target)
        #expect(try file.all().filled?.array() == candles.filled?.array())
        #expect(try file.filledCount() == candles.filled?.trueCount)
        #expect(file.contentHash == candles.contentHash)
        #expect(candles.contentHash != candles.marked(filled: nil).contentHash)
        for range in [2000..<2100, 2047..<2049, 4999..<5000, 1..<4999] {
            #expect(try file.candles(range).filled?.array() == candles.slice(range).filled?.array())
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func fillingChangesNoLongerCandleAndOnlyAddsThoseThatNobodyWrote(seed: UInt64) throws {
        let (gappy, filled) = try Self.gappy(seed: seed)
        for longer in [Timeframe(10, .minute), Timeframe(15, .minute), Timeframe(1, .hour)] {
            let (plain, joined) = (try gappy.resampled(to: longer), try filled.resampled(to: longer))
            let written = (0..<joined.count).filter { !joined.isFilled($0) }
            #expect(written.map { joined[$0] } == (0..<plain.count).map { plain[$0] })
            #expect((1..<joined.count).allSatisfy { joined.time[$0] - joined.time[$0 - 1] == longer.milliseconds })
        }
    }

    @Test func anAlignedSetKeepsTheMarksOfEachMarket() throws {
        let (gappy, filled) = try Self.gappy(seed: 3)
        let union = try AlignedCandles([gappy, filled], times: .union)
        #expect(union.markets[0].filled == nil)
        #expect(union.markets[1].filled?.array() == filled.filled?.array())
        let common = try AlignedCandles([filled, gappy], times: .intersection)
        #expect(common.markets[0].filled == nil)
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func anExportImportsBackToTheSameBytesWithItsMarks(seed: UInt64) throws {
        let filled = try Self.gappy(seed: seed).filled
        let text = filled.csv()
        #expect(text.hasPrefix("timestamp_ms,open,high,low,close,volume,filled\n"))
        let back = try Self.imported(text)
        #expect(back.candles.contentHash == filled.contentHash)
        #expect(back.candles.csv() == text)
        let count = try #require(filled.filled?.trueCount)
        #expect(
            back.report.conclusions[2].contains("\(CountText.text(count, "candle")) marked as filled in by the file"))
    }

    @Test func marksAreReadWhateverTheOrderOfTheRows() throws {
        let filled = try Self.gappy(seed: 4).filled
        let lines = filled.csv().split(separator: "\n")
        let turned = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n")
        #expect(try Self.imported(turned).candles.contentHash == filled.contentHash)
    }

    @Test func aMarkThatIsNoneIsRefused() throws {
        let text = "timestamp_ms,open,high,low,close,volume,filled\n1704067200000,1,2,1,2,5,2\n"
        let error = #expect(throws: CandleError.self) { try Self.imported(text) }
        #expect(error?.description.hasSuffix("a.csv:2:25: filled 2 is neither 0 nor 1") == true)
    }

    @Test func aNewerImportKeepsMarksAndPutsWrittenCandlesInTheirPlace() throws {
        let home = try TemporaryFolder()
        let archive = CandleArchive(home: home.url)
        let whole = RandomCandles.series(count: 20)
        func part(_ rows: [Int]) -> CandleSeries {
            CandleSeries(
                symbol: "TEST", timeframe: Self.timeframe, candles: rows.map { whole[$0] }, tick: whole.close.tick)
        }
        let old = part([0, 1, 5, 6])
        let filled = try old.filled(CandleCheck(old), file: "a test").0
        try archive.store(CandleImport(filled, origin: "first"))
        // The same again, and the same without what was filled in, change nothing.
        #expect(try archive.store(CandleImport(filled, origin: "first")) == .unchanged)
        #expect(try archive.store(CandleImport(old, origin: "first")) == .unchanged)

        // Candle 3 comes after all, and two more behind the last: 4 stands at the close of 3 from then on.
        #expect(try archive.store(CandleImport(part([1, 3, 5, 6, 7, 8]), origin: "second")) == .extended(by: 3))
        let stored = try archive.open().all()
        #expect(stored.filled?.array() == [false, false, true, false, true, false, false, false, false])
        #expect(stored[3] == whole[3] && stored[2] == whole[1].flat(at: whole.time[2]))
        #expect(stored[4] == whole[3].flat(at: whole.time[4]))

        // A file that fills what is stored as written leaves it as it is.
        let other = part([5, 8])
        let guess = try other.filled(CandleCheck(other), file: "a test").0
        #expect(try archive.store(CandleImport(guess, origin: "third")) == .unchanged)
    }

    @Test func aWrittenCandleThatDiffersIsStillRefused() throws {
        let filled = try Self.gappy(seed: 5).filled
        var rows = (0..<300).map { filled[$0] }
        rows[0].volume += 1
        let other = CandleSeries(symbol: "TEST", timeframe: Self.timeframe, candles: rows, filled: filled.filled)
        #expect(throws: CandleError.self) { try CandleMerge(filled, other, file: "other") }
    }
}
