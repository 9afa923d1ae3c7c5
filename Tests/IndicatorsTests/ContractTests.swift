import Candles
import Indicators
import Testing

/// What holds for every indicator of the catalog.
struct ContractTests {
    static let names = IndicatorCatalog.all.map(\.name)

    /// The inputs by their names; what takes any column gets the close, a second one the open.
    static func inputs(of indicator: Indicator, in table: NumberTable) -> [Series] {
        table.series(
            indicator.inputs.map { ["source": "close", "first": "close", "second": "open"][$0.name] ?? $0.name })
    }

    private func example(_ name: String) throws -> (indicator: Indicator, inputs: [Series]) {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        return (indicator, Self.inputs(of: indicator, in: try NumberTable.reference("candles")))
    }

    @Test(arguments: names) func seesNoFuture(_ name: String) throws {
        let (indicator, inputs) = try example(name)
        let whole = indicator(inputs, []).numbers
        for count in [0, 1, 2, 15, 36, 63, 64, 65, 128, 200] {
            let part = indicator(inputs.map { $0.slice(0..<count) }, []).numbers
            for (part, whole) in zip(part, whole) {
                #expect(part.map(\.bitPattern) == whole.prefix(count).map(\.bitPattern), "the first \(count) candles")
            }
        }
    }

    @Test(arguments: names) func warmsUpAsItSays(_ name: String) throws {
        let (indicator, inputs) = try example(name)
        let warmup = indicator.warmup(indicator.options())
        for (output, values) in zip(indicator.outputs, indicator(inputs, []).numbers) where output.kind == .series {
            #expect(values.prefix { $0.isNaN }.count == warmup)
            #expect(!values.dropFirst(warmup).contains { $0.isNaN })
        }
    }

    @Test(arguments: names) func isDefinedForTheShortestPeriodsAndTooFewCandles(_ name: String) throws {
        let (indicator, inputs) = try example(name)
        let least = indicator.options.map { $0.isWhole ? $0.range.lowerBound : $0.defaultValue }
        let most = indicator.options.map { $0.isWhole ? $0.range.upperBound : $0.defaultValue }
        #expect(indicator(inputs, least).numbers.allSatisfy { $0.count == inputs[0].count })
        for (output, values) in zip(indicator.outputs, indicator(inputs, most).numbers) where output.kind == .series {
            #expect(indicator.options.isEmpty || values.allSatisfy { $0.isNaN })
        }
    }

    /// Leading candles without value, as an indicator of an indicator has them, only shift what follows.
    @Test(arguments: names) func warmsUpFromTheFirstValue(_ name: String) throws {
        let (indicator, inputs) = try example(name)
        let late = inputs.map { Series([Double](repeating: .nan, count: 7) + $0.array(), tick: $0.tick) }
        for (late, values) in zip(indicator(late, []).numbers, indicator(inputs, []).numbers) {
            #expect(late.dropFirst(7).map(\.bitPattern) == values.map(\.bitPattern))
        }
    }

    /// Behind a gap the values are those of a series that begins there.
    @Test(arguments: names) func startsAnewBehindAMissingValue(_ name: String) throws {
        let (indicator, inputs) = try example(name)
        for missing in [Double.nan, .infinity] where indicator.outputs.allSatisfy({ $0.kind == .series }) {
            let broken = inputs.map { series in
                var values = series.array()
                values[90] = missing
                return Series(values, tick: series.tick)
            }
            let behind = indicator(inputs.map { $0.slice(91..<$0.count) }, []).numbers
            let whole = indicator(inputs, []).numbers
            for (output, values) in indicator(broken, []).numbers.enumerated() {
                #expect(values[..<90].map(\.bitPattern) == whole[output][..<90].map(\.bitPattern))
                #expect(values[90].isNaN)
                #expect(values[91...].map(\.bitPattern) == behind[output].map(\.bitPattern))
            }
        }
    }
}
