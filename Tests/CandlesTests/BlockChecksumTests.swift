import Testing

@testable import Candles

@Suite struct BlockChecksumTests {
    private static func words(_ count: Int, seed: UInt64 = 1) -> [UInt64] {
        var random = RandomStream(seed: seed)
        return (0..<count).map { _ in random.next() }
    }

    private static func sum(_ words: [UInt64]) -> UInt64 { BlockChecksum.of(words.span.rawBytes) }

    /// The same sum word by word, as its description says.
    private static func plain(_ words: [UInt64]) -> UInt64 {
        // FIPS 180-4, 5.3.5, made odd.
        let steps: [UInt64] = [
            0x6A09_E667_F3BC_C909, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1,
            0x510E_527F_ADE6_82D1, 0x9B05_688C_2B3E_6C1F, 0x1F83_D9AB_FB41_BD6B, 0x5BE0_CD19_137E_2179,
        ]
        var sums = steps
        for stripe in 0..<(words.count + 7) / 8 {
            for lane in 0..<8 {
                let place = stripe * 8 + lane
                let word = place < words.count ? words[place] : 0
                let mixed = word ^ steps[lane] &* UInt64(stripe + 1)
                sums[lane] &+= (mixed & 0xFFFF_FFFF) &* (mixed >> 32)
                sums[lane ^ 1] &+= word
            }
        }
        return sums.reduce(UInt64(words.count)) { all, sum in
            let product = (all ^ sum) &* 0x9E37_79B1_85EB_CA87
            return product ^ product >> 32
        }
    }

    @Test(arguments: Array(0...70) + [2047, 2048, 2049])
    func vectorsGiveTheSumThatIsMadeWordByWord(count: Int) {
        for words in [Self.words(count), Array(repeating: 0, count: count), Array(repeating: .max, count: count)] {
            #expect(Self.sum(words) == Self.plain(words))
        }
    }

    @Test func anyChangedBitChangesTheSum() {
        for words in [Self.words(67), Array(repeating: 0, count: 67)] {
            let sum = Self.sum(words)
            for bit in 0..<67 * 64 {
                var changed = words
                changed[bit / 64] ^= 1 << UInt64(bit % 64)
                if Self.sum(changed) == sum { Issue.record("bit \(bit)") }
            }
        }
    }

    @Test func wordsThatChangePlacesChangeTheSum() {
        let words = Self.words(64)
        let sum = Self.sum(words)
        for left in 0..<64 {
            for right in 0..<left {
                var changed = words
                changed.swapAt(left, right)
                if Self.sum(changed) == sum { Issue.record("\(left) and \(right)") }
            }
        }
    }

    @Test func twoBitsThatFlipChangeTheSum() {
        // Signs and last places of two numbers: what cancels in a plain sum.
        let words = Self.words(256)
        let sum = Self.sum(words)
        for bit in [0, 31, 32, 63] as [UInt64] {
            for left in 0..<256 {
                for right in stride(from: left % 8, to: left, by: 8) {
                    var changed = words
                    changed[left] ^= 1 << bit
                    changed[right] ^= 1 << bit
                    if Self.sum(changed) == sum { Issue.record("bit \(bit) of \(left) and \(right)") }
                }
            }
        }
    }

    @Test func zerosMoreOrLessChangeTheSum() {
        let sums = (0..<100).map { Self.sum(Array(repeating: 0, count: $0)) }
        #expect(Set(sums).count == 100)
    }
}
