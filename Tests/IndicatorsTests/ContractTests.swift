import Candles
import Indicators
import Testing

/// What holds for every indicator of the catalog.
struct ContractTests {
    static let names = IndicatorCatalog.all.map(\.name)

    /// What counts from the first candle of the series, wherever its values begin.
    private static let places: Set = ["maxindex", "minindex", "minmaxindex"]

    private static func moved(_ value: Double, by shift: Double) -> UInt64 {
        (shift == 0 ? value : value + shift).bitPattern
    }

    @Test(arguments: names) func seesNoFuture(_ name: String) throws {
        let example = try IndicatorExample(named: name)
        let whole = example()
        for count in [0, 1, 2, 15, 36, 63, 64, 65, 128, 200] {
            for (part, whole) in zip(example.slice(0..<count)(), whole) {
                #expect(part.map(\.bitPattern) == whole.prefix(count).map(\.bitPattern), "the first \(count) candles")
            }
        }
    }

    @Test(arguments: names) func warmsUpAsItSays(_ name: String) throws {
        let example = try IndicatorExample(named: name)
        let indicator = example.indicator
        let warmups = indicator.warmups(indicator.options())
        #expect(warmups.count == indicator.outputs.count)
        for ((output, values), warmup) in zip(zip(indicator.outputs, example()), warmups) {
            let missing = values.prefix { $0.isNaN }.count
            switch output.kind {
            case .series where output.isSparse: #expect(missing >= warmup)
            case .series: #expect(missing == warmup && !values.dropFirst(warmup).contains { $0.isNaN })
            case .score: #expect(missing == 0 && !values.prefix(warmup).contains { $0 != 0 })
            case .mask: #expect(!values.prefix(warmup).contains(1))
            }
        }
    }

    @Test(arguments: names) func isDefinedForTheShortestPeriodsAndTooFewCandles(_ name: String) throws {
        let example = try IndicatorExample(named: name)
        let (indicator, options) = (example.indicator, example.indicator.options)
        let least = example(options.map { $0.isWhole ? $0.range.lowerBound : $0.defaultValue })
        #expect(least.allSatisfy { $0.count == example.count })
        let longest = options.map { $0.isWhole ? $0.range.upperBound : $0.defaultValue }
        let warmups = indicator.warmups(indicator.options(longest))
        for ((output, values), warmup) in zip(zip(indicator.outputs, example(longest)), warmups)
        where warmup >= example.count && output.kind == .series {
            #expect(values.allSatisfy { $0.isNaN })
        }
    }

    /// Leading candles without value, as an indicator of an indicator has them, only shift what follows.
    @Test(arguments: names) func warmsUpFromTheFirstValue(_ name: String) throws {
        let example = try IndicatorExample(named: name)
        let late = example.changed(
            { Series([Double](repeating: .nan, count: 7) + $0.array(), tick: $0.tick) },
            { Mask([Bool](repeating: false, count: 7) + $0.array()) })
        let shift = Self.places.contains(name) ? 7.0 : 0
        for (late, values) in zip(late(), example()) {
            #expect(late.dropFirst(7).map(\.bitPattern) == values.map { Self.moved($0, by: shift) })
        }
    }

    /// Behind a gap the values are those of a series that begins there.
    @Test(arguments: names) func startsAnewBehindAMissingValue(_ name: String) throws {
        let example = try IndicatorExample(named: name)
        let outputs = example.indicator.outputs
        // A mask cannot say that it does not know, and what it said before may count.
        guard example.masks.isEmpty, outputs.allSatisfy({ $0.kind != .mask }) else { return }
        for missing in [Double.nan, .infinity] {
            let broken = example.changed { series in
                var values = series.array()
                values[90] = missing
                return Series(values, tick: series.tick)
            }
            let (behind, whole) = (example.slice(91..<example.count)(), example())
            let shift = Self.places.contains(name) ? 91.0 : 0
            for (output, values) in broken().enumerated() {
                #expect(values[..<90].map(\.bitPattern) == whole[output][..<90].map(\.bitPattern))
                #expect(outputs[output].kind == .score ? values[90] == 0 : values[90].isNaN)
                #expect(values[91...].map(\.bitPattern) == behind[output].map { Self.moved($0, by: shift) })
            }
        }
    }
}
