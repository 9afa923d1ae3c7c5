/// Random numbers that depend on a seed, a trial number and nothing else.
///
/// Philox 4x32 with 10 rounds, a counter-based generator: the seed is the key, and the counter is made of the trial's
/// number and the place in its stream, so streams never meet and need no state of one another.
/// Salmon, Moraes, Dror, Shaw: Parallel Random Numbers: As Easy as 1, 2, 3. SC11, 2011.
package struct RandomStream: RandomNumberGenerator, Sendable {
    /// What a trial draws for, so that its script's numbers are not those that chose its parameters.
    enum Purpose: UInt32 {
        case sampling
        case evaluating
    }

    typealias Block = SIMD4<UInt32>

    private let key: SIMD2<UInt32>
    private var counter: Block
    private var spare: UInt64?

    init(_ seed: Seed, number: Int, purpose: Purpose) {
        key = SIMD2(UInt32(truncatingIfNeeded: seed.value), UInt32(truncatingIfNeeded: seed.value >> 32))
        let number = UInt64(bitPattern: Int64(number))
        // One word counts blocks, two hold the trial, one the purpose.
        counter = Block(
            0, UInt32(truncatingIfNeeded: number), UInt32(truncatingIfNeeded: number >> 32), purpose.rawValue)
    }

    package mutating func next() -> UInt64 {
        if let spare {
            self.spare = nil
            return spare
        }
        let block = RandomStream.philox(counter, key: key)
        counter[0] &+= 1
        spare = UInt64(block[2]) | UInt64(block[3]) << 32
        return UInt64(block[0]) | UInt64(block[1]) << 32
    }

    /// From 0 up to but not including 1, in steps of 2^-53.
    package mutating func unit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A whole number from 0 up to but not including `bound`, each equally likely.
    ///
    /// Lemire: Fast Random Integer Generation in an Interval. ACM TOMACS 29, 2019.
    package mutating func below(_ bound: Int) -> Int {
        precondition(bound > 0, "no number lies below \(bound)")
        let bound = UInt64(bound)
        var product = next().multipliedFullWidth(by: bound)
        if product.low < bound {
            let leftOver = (0 &- bound) % bound
            while product.low < leftOver { product = next().multipliedFullWidth(by: bound) }
        }
        return Int(product.high)
    }

    static func philox(_ counter: Block, key: SIMD2<UInt32>) -> Block {
        var (block, key) = (counter, key)
        for _ in 0..<10 {
            let even = UInt64(block[0]) * 0xD251_1F53
            let odd = UInt64(block[2]) * 0xCD9E_8D57
            block = Block(
                UInt32(truncatingIfNeeded: odd >> 32) ^ block[1] ^ key[0], UInt32(truncatingIfNeeded: odd),
                UInt32(truncatingIfNeeded: even >> 32) ^ block[3] ^ key[1], UInt32(truncatingIfNeeded: even))
            key = SIMD2(key[0] &+ 0x9E37_79B9, key[1] &+ 0xBB67_AE85)
        }
        return block
    }
}
