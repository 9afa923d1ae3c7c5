import Candles
import Indicators
import Lua

/// `ta`: each indicator of the catalog as a function, inputs first, then options with their defaults.
enum IndicatorLibrary {
    static func library(cache: ColumnCache) -> LuaLibrary {
        LuaLibrary("ta", "Indicators.", IndicatorCatalog.all.map { function($0, cache) })
    }

    private static func function(_ indicator: Indicator, _ cache: ColumnCache) -> LuaFunction {
        let options = indicator.options.map { "\($0.name) = \(NumberText.lua($0.defaultValue))" }
        let signature = (indicator.inputs.map(\.name) + options).joined(separator: ", ")
        let takesCandles = indicator.inputs.allSatisfy { $0.kind == .candles }
        return LuaFunction(indicator.name, signature, indicator.summary) { call in
            // `ta.atr(candles, 14)` for `ta.atr(candles.high, candles.low, candles.close, 14)`.
            var inputs: [Series]
            var position = 1
            if takesCandles, let candles = call[1].object(as: LuaCandles.self) {
                inputs = indicator.inputs.compactMap { candles.candles.column($0.name) }
                position = 2
            } else {
                inputs = try Self.inputs(of: indicator, call, cache)
                position += inputs.count
            }
            var values: [Double] = []
            values.reserveCapacity(indicator.options.count)
            for option in indicator.options {
                values.append(try Self.value(of: option, call, position))
                position += 1
            }
            guard call.count < position else {
                throw call.fault("takes at most \(position - 1) arguments (\(signature)), got \(call.count)")
            }
            for output in cache.columns(of: indicator, inputs, values) {
                switch output {
                case .series(let series): call.stack.push(LuaSeries(series, cache: cache))
                case .mask(let mask): call.stack.push(LuaMask(mask))
                }
            }
            return call.results(indicator.outputs.count)
        }
    }

    /// The series at the first positions, numbers spread over the candles where they may stand for a series.
    private static func inputs(
        of indicator: Indicator, _ call: borrowing LuaCall, _ cache: ColumnCache
    ) throws -> [Series] {
        var inputs: [Series] = []
        inputs.reserveCapacity(indicator.inputs.count)
        var count: Int?
        for position in indicator.inputs.indices {
            if let series = call[position + 1].object(as: LuaSeries.self)?.series { count = count ?? series.count }
        }
        for (offset, input) in indicator.inputs.enumerated() {
            if let series = call[offset + 1].object(as: LuaSeries.self)?.series {
                guard series.count == count else {
                    throw call.fault("\(input.name) has \(series.count) values, the series before it \(count ?? 0)")
                }
                inputs.append(series)
            } else if input.kind == .level, let count, let number = call[offset + 1].number {
                inputs.append(cache.constant(number, count: count))
            } else {
                throw fault(call, offset + 1, input)
            }
        }
        return inputs
    }

    private static func fault(_ call: borrowing LuaCall, _ position: Int, _ input: Indicator.Input) -> LuaArgumentFault
    {
        let got = call[position].shown
        let hint =
            call[position].object(as: LuaCandles.self) == nil ? "" : "; take one of its columns, as in candles.close"
        let expected = input.kind == .level && !call.isNumber(position) ? "a series or a number" : "a series"
        return call.fault("\(input.name) must be \(expected), got \(got)\(hint)")
    }

    private static func value(
        of option: Indicator.Option, _ call: borrowing LuaCall, _ position: Int
    ) throws -> Double {
        if call.isNil(position) {
            guard position > call.count else { throw fault(call, position, option) }
            return option.defaultValue
        }
        guard let value = call[position].number, option.accepts(value) else { throw fault(call, position, option) }
        return value
    }

    private static func fault(_ call: borrowing LuaCall, _ position: Int, _ option: Indicator.Option)
        -> LuaArgumentFault
    {
        call.fault("\(option.name) must be \(option.requirement), got \(call[position].shown)")
    }
}

extension CandleSeries {
    /// A column by its name.
    fileprivate func column(_ name: String) -> Series? {
        switch name {
        case "open": open
        case "high": high
        case "low": low
        case "close": close
        case "volume": volume
        default: nil
        }
    }
}
