import Candles
import Indicators
import Lua

/// The columns that a script hands to an indicator, all of one length.
struct IndicatorInputs {
    var series: [Series] = []
    var masks: [Mask] = []

    /// Reads the first arguments of `call`; numbers are spread over the candles where they may stand for a series.
    mutating func read(_ indicator: Indicator, _ call: borrowing LuaCall, _ cache: ColumnCache) throws {
        series.reserveCapacity(indicator.inputs.count)
        let count = Self.count(indicator, call)
        for (offset, input) in indicator.inputs.enumerated() {
            let argument = call[offset + 1]
            switch input.kind {
            case .mask:
                guard let mask = argument.object(as: LuaMask.self)?.mask else { throw Self.fault(call, offset, input) }
                try Self.check(input, mask.count, count, call)
                masks.append(mask)
            case .series, .level:
                if let series = argument.object(as: LuaSeries.self)?.series {
                    try Self.check(input, series.count, count, call)
                    self.series.append(series)
                } else if input.kind == .level, let count, let number = argument.number {
                    series.append(cache.constant(number, count: count))
                } else {
                    throw Self.fault(call, offset, input)
                }
            }
        }
    }

    /// How many candles the first column among the arguments has.
    private static func count(_ indicator: Indicator, _ call: borrowing LuaCall) -> Int? {
        for position in indicator.inputs.indices {
            if let series = call[position + 1].object(as: LuaSeries.self)?.series { return series.count }
            if let mask = call[position + 1].object(as: LuaMask.self)?.mask { return mask.count }
        }
        return nil
    }

    private static func check(
        _ input: Indicator.Input, _ count: Int, _ expected: Int?, _ call: borrowing LuaCall
    ) throws {
        guard let expected, count != expected else { return }
        throw call.fault("\(input.name) has \(count) values, the series before it \(expected)")
    }

    private static func fault(
        _ call: borrowing LuaCall, _ offset: Int, _ input: Indicator.Input
    ) -> LuaArgumentFault {
        let argument = call[offset + 1]
        let expected =
            switch input.kind {
            case .mask: "a mask, as a:above(b) gives"
            case .level where !call.isNumber(offset + 1): "a series or a number"
            case .series, .level: "a series"
            }
        let isCandles = argument.object(as: LuaCandles.self) != nil && input.kind != .mask
        let hint = isCandles ? "; take one of its columns, as in candles.close" : ""
        return call.fault("\(input.name) must be \(expected), got \(argument.shown)\(hint)")
    }
}
