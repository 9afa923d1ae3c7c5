import Candles
import Foundation
import Indicators
import TestSupport
import Testing

/// Every catalog entry against values that others computed: `Reference/<name>.csv` says who and how.
struct ReferenceTests {
    @Test(arguments: IndicatorCatalog.all.map(\.name))
    func isWhatTheReferenceSays(_ name: String) throws {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        let table = try NumberTable.reference(name)
        #expect(table.comments["maker"] != nil && table.comments["formula"] != nil)
        let names = (table.comments["inputs"] ?? "").split(separator: " ").map(String.init)
        let columns = table.columns.dropFirst()
        let others = columns.filter { !names.contains($0.name) }
        // A table has candles of its own, before what they give, where what it is about is rare.
        let hasCandles = names.allSatisfy { table[$0] != nil } && !others.isEmpty
        let example = try IndicatorExample(indicator, names, of: hasCandles ? table : .reference("candles"))
        let references = hasCandles ? others : Array(columns)
        #expect(!references.isEmpty)
        for reference in references {
            // "output option=value option=value"
            let words = reference.name.split(separator: " ").map(String.init)
            let settings = Dictionary(
                uniqueKeysWithValues: words.dropFirst().map { word in
                    let parts = word.split(separator: "=")
                    return (String(parts[0]), Double(parts[1]) ?? .nan)
                })
            #expect(Set(settings.keys) == Set(indicator.options.map(\.name)))
            let output = try #require(indicator.outputs.firstIndex { $0.name == words[0] })
            let values = example(indicator.options.map { settings[$0.name] ?? .nan })[output]
            #expect(values.count == reference.values.count)
            let wrong = values.indices.first { !approximatelyEqual(values[$0], reference.values[$0], relative: 1e-10) }
            #expect(wrong == nil, "\(reference.name) at candle \(wrong ?? 0)")
        }
    }

    @Test func theCatalogIsSortedAndNamesAreUnique() {
        let names = IndicatorCatalog.all.map(\.name)
        #expect(names == Set(names).sorted())
    }

    @Test(arguments: IndicatorCatalog.all.map(\.name))
    func defaultsAreWithinTheirRanges(_ name: String) throws {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        #expect(indicator.options.allSatisfy { $0.accepts($0.defaultValue) })
    }
}
