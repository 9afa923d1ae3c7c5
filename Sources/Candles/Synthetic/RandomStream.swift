/// Random numbers from a seed, the same on every machine.
///
/// SplitMix64: Steele, Lea, Flood, Fast splittable pseudorandom number generators, 2014.
struct RandomStream {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }

    /// From 0, below 1, in steps of 2^-53.
    mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A number of mean 0 and variance 1 between -3.5 and 3.5, nearly normal: the sum of four uniform ones.
    ///
    /// A true normal number needs a logarithm, which differs between machines in its last place.
    mutating func nearlyNormal() -> Double {
        let bits = next()
        let sum = (bits & 0xFFFF) + (bits >> 16 & 0xFFFF) + (bits >> 32 & 0xFFFF) + (bits >> 48)
        // Four uniform numbers of 0 to 65,535 have the mean 131,070 and the variance (2^32 - 1) / 3.
        return (Double(sum) - 131_070) * Self.scale
    }

    private static let scale = (3 / 4_294_967_295.0).squareRoot()
}
