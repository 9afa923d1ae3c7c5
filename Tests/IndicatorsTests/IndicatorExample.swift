import Candles
import Indicators
import Testing

/// An indicator with columns to try it on.
struct IndicatorExample {
    let indicator: Indicator
    var series: [Series] = []
    var masks: [Mask] = []

    /// Columns of `table` by name; `close>open` is the mask where one is above the other.
    init(_ indicator: Indicator, _ names: [String], of table: NumberTable, decimals: Int = 2) throws {
        self.indicator = indicator
        try #require(names.count == indicator.inputs.count, "\(indicator.name): \(names)")
        for (name, input) in zip(names, indicator.inputs) {
            let columns = table.series(name.split(separator: ">").map(String.init), decimals: decimals)
            if input.kind == .mask { masks.append(.above(columns[0], columns[1])) } else { series.append(columns[0]) }
        }
    }

    /// On the reference candles: columns of the candles by their names, the close for what takes any column, the open
    /// for a second one, and the rising candles for a mask.
    init(named name: String) throws {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        let table = try NumberTable.reference("candles")
        let names = indicator.inputs.map { input -> String in
            if input.kind == .mask { return "close>open" }
            return input.column ?? (input.name == "second" ? "open" : "close")
        }
        try self.init(indicator, names, of: table)
    }

    var count: Int { series.first?.count ?? masks[0].count }

    func callAsFunction(_ options: [Double] = []) -> [[Double]] { indicator(series, options, masks: masks).numbers }

    /// The same on a part of the candles.
    func slice(_ range: Range<Int>) -> IndicatorExample {
        changed({ $0.slice(range) }, { Mask(Array($0.array()[range])) })
    }

    /// The same with columns that are made from these.
    func changed(_ series: (Series) -> Series, _ mask: (Mask) -> Mask = { $0 }) -> IndicatorExample {
        var example = self
        example.series = self.series.map(series)
        example.masks = masks.map(mask)
        return example
    }
}
