import Candles
import Indicators
import Lua

/// `ta`: each indicator of the catalog as a function, inputs first, then options with their defaults.
enum IndicatorLibrary {
    static func library(cache: ColumnCache, calls: IndicatorCalls? = nil) -> LuaLibrary {
        LuaLibrary("ta", "Indicators.", zip(IndicatorCatalog.all, signatures).map { function($0, $1, cache, calls) })
    }

    /// Read once: an interpreter is made for every worker.
    private static let signatures = IndicatorCatalog.all.map { LuaSignature($0) }

    private static func function(
        _ indicator: Indicator, _ signature: LuaSignature, _ cache: ColumnCache, _ calls: IndicatorCalls?
    ) -> LuaFunction {
        let takesCandles = indicator.inputs.allSatisfy { $0.column != nil }
        return LuaFunction(
            indicator.name, signature,
            alternative: takesCandles
                ? [LuaParameter("candles", LuaCandles.luaType.word)] + signature.parameters[indicator.inputs.count...]
                : nil,
            indicator.summary
        ) { call in
            // `ta.atr(candles, 14)` for `ta.atr(candles.high, candles.low, candles.close, 14)`.
            var inputs = IndicatorInputs()
            var position = 1
            if takesCandles, let candles = call[1].object(as: LuaCandles.self) {
                inputs.series = indicator.inputs.compactMap { $0.column.flatMap { candles.column($0) } }
                inputs.clock = candles.clock
                position = 2
            } else {
                try inputs.read(indicator, call, cache)
                position += indicator.inputs.count
            }
            var values: [Double] = []
            values.reserveCapacity(indicator.options.count)
            for option in indicator.options {
                values.append(try Self.value(of: option, call, position))
                position += 1
            }
            guard call.count < position else {
                let list = signature.parameters.map(\.description).joined(separator: ", ")
                throw call.fault("takes at most \(position - 1) arguments (\(list)), got \(call.count)")
            }
            calls?.note(indicator, inputs, values, call)
            for output in cache.columns(of: indicator, inputs.series, values, masks: inputs.masks) {
                switch output {
                case .series(let series): call.stack.push(LuaSeries(series, cache: cache, clock: inputs.clock))
                case .mask(let mask): call.stack.push(LuaMask(mask, clock: inputs.clock))
                }
            }
            return call.results(indicator.outputs.count)
        }
    }

    private static func value(
        of option: Indicator.Option, _ call: borrowing LuaCall, _ position: Int
    ) throws -> Double {
        if call.isNil(position) {
            guard position > call.count else { throw fault(call, position, option) }
            return option.defaultValue
        }
        if let value = call[position].number, option.accepts(value) { return value }
        if let name = call[position].string, let value = option.value(named: name) { return value }
        throw fault(call, position, option)
    }

    private static func fault(_ call: borrowing LuaCall, _ position: Int, _ option: Indicator.Option)
        -> LuaArgumentFault
    {
        call.fault("\(option.name) must be \(option.requirement), got \(call[position].shown)")
    }
}
