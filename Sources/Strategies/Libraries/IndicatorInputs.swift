import Candles
import Indicators
import Lua

/// The columns that a script hands to an indicator, all of one length.
struct IndicatorInputs {
    var series: [Series] = []
    var masks: [Mask] = []
    var clock: LuaClock?

    /// Reads the first arguments of `call`; numbers are spread over the candles where they may stand for a series.
    mutating func read(_ indicator: Indicator, _ call: borrowing LuaCall, _ cache: ColumnCache) throws {
        series.reserveCapacity(indicator.inputs.count)
        let count = Self.count(indicator, call)
        for (offset, input) in indicator.inputs.enumerated() {
            let argument = call[offset + 1]
            switch input.kind {
            case .mask:
                guard let mask = argument.object(as: LuaMask.self) else { throw Self.fault(call, offset, input) }
                try check(input, mask, count, call)
                masks.append(mask.mask)
            case .series, .level:
                if let series = argument.object(as: LuaSeries.self) {
                    try check(input, series, count, call)
                    self.series.append(series.series)
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

    /// All columns are of one length and clock.
    private mutating func check(
        _ input: Indicator.Input, _ column: some LuaClocked, _ expected: Int?, _ call: borrowing LuaCall
    ) throws {
        if let expected, column.count != expected || !LuaClock.agree(clock, column.clock) {
            throw call.fault(
                "\(input.name) has \(LuaClock.text(column.count, column.clock, values: " values")), the series before it "
                    + LuaClock.text(expected, clock) + LuaClock.hint(clock, column.clock))
        }
        clock = clock ?? column.clock
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
