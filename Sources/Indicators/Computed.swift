import Candles

extension Series {
    /// A value for each candle on which all of `columns` have one, but for the first `warmup` of each stretch; NaN
    /// elsewhere, and where the value is not finite.
    @inline(__always)
    static func computed(from columns: Series..., warmup: Int = 0, _ value: (_ index: Int) -> Double) -> Series {
        Series(count: columns[0].count) { result in
            for stretch in stretches(ofAll: columns) where stretch.count > warmup {
                for index in (stretch.lowerBound + warmup)..<stretch.upperBound {
                    let value = value(index)
                    if value.isFinite { result[index] = value }
                }
            }
        }
    }

    private static func stretches(ofAll columns: [Series]) -> [Range<Int>] {
        switch columns.count {
        case 1: stretches(of: columns[0])
        case 2: stretches(of: columns[0], columns[1])
        case 3: stretches(of: columns[0], columns[1], columns[2])
        default: stretches(of: columns[0], columns[1], columns[2], columns[3])
        }
    }
}

extension Indicator {
    /// The first output, a series: an indicator as a step of another one.
    func series(_ inputs: [Series], _ options: [Double]) -> Series {
        guard case .series(let series) = self(inputs, options)[0] else { preconditionFailure("\(name) gives a mask") }
        return series
    }
}
