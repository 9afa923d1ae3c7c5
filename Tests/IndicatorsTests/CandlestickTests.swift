import Candles
import Indicators
import Testing

/// What holds for every candlestick pattern, on candles of its own on which it occurs: `Reference/cdl….csv`.
struct CandlestickTests {
    static let names = IndicatorCatalog.all.map(\.name).filter { $0.hasPrefix("cdl") }

    private func example(_ name: String) throws -> IndicatorExample {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        return try IndicatorExample(indicator, indicator.inputs.map(\.name), of: NumberTable.reference(name))
    }

    @Test func thereAreAllOfTALib() { #expect(Self.names.count == 61) }

    @Test(arguments: names) func occursAndSeesNoFuture(_ name: String) throws {
        let example = try example(name)
        let whole = example()[0]
        #expect(whole.contains { $0 != 0 })
        for count in 0..<example.count {
            #expect(example.slice(0..<count)()[0] == Array(whole[..<count]), "the first \(count) candles")
        }
    }

    @Test(arguments: names) func scoresAreThoseThatThePatternsMayHave(_ name: String) throws {
        let scores = Set(try example(name)()[0])
        let weak = ["cdlengulfing", "cdlharami", "cdlharamicross"].contains(name)
        let confirmed = name.hasPrefix("cdlhikkake")
        #expect(
            scores.isSubset(
                of: weak ? [-100, -80, 0, 80, 100] : confirmed ? [-200, -100, 0, 100, 200] : [-100, 0, 100]))
    }

    /// Four times each price, which rounds nothing, is the same picture.
    @Test(arguments: names) func doesNotDependOnTheUnitOfPrices(_ name: String) throws {
        let example = try example(name)
        let scaled = example.changed { series in Series(series.array().map { $0 * 4 }) }
        #expect(scaled() == example())
    }

    /// A block of sums ends at each 256th candle, wherever the stretch began.
    @Test(arguments: names) func isTheSameBehindAnyNumberOfMissingCandles(_ name: String) throws {
        let example = try example(name)
        let scores = example()[0]
        for count in [1, 200, 255, 256, 300] {
            let late = example.changed { Series([Double](repeating: .nan, count: count) + $0.array()) }
            #expect(Array(late()[0][count...]) == scores)
        }
    }
}
