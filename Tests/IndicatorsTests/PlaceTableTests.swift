import Testing

@testable import Candles
@testable import Indicators

struct PlaceTableTests {
    /// Few hashes for many things, so that they stand in one another's way.
    @Test func findsWhatADictionaryFinds() {
        var random = RandomStream(seed: 1)
        var table = PlaceTable()
        var hashes: [Int: UInt64] = [:]
        for step in 1...20_000 {
            if random.next() % 3 > 0 || hashes.isEmpty {
                let hash = random.next() % 97 &* (random.next() % 2 == 0 ? 1 : 0x1_0000_0001)
                table.insert(step, under: hash)
                hashes[step] = hash
            } else if let place = hashes.keys.min(by: { ($0 &* 7919) % 1009 < ($1 &* 7919) % 1009 }) {
                table.remove(place, under: hashes[place] ?? 0)
                hashes[place] = nil
            }
            guard step % 100 == 0 else { continue }
            for (place, hash) in hashes { #expect(table.place(of: hash) { $0 == place } == place) }
            #expect(table.place(of: 5) { $0 == -1 } == nil)
            while hashes.count > 60, let place = hashes.keys.first {
                table.remove(place, under: hashes[place] ?? 0)
                hashes[place] = nil
            }
        }
    }
}
