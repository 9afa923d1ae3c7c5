import Candles
import Indicators
import Testing

struct ColumnCacheTests {
    private let close = Series((0..<1000).map { Double($0 % 17) }, tick: Tick(decimals: 0))

    private func identity(_ values: [Indicator.Value]) -> SeriesIdentity? {
        guard case .series(let series)? = values.first else { return nil }
        return series.identity
    }

    @Test func anEqualRequestGetsTheSameColumn() {
        let cache = ColumnCache()
        let first = cache.columns(of: .sma, [close], [20])
        #expect(identity(cache.columns(of: .sma, [close], [20])) == identity(first))
        #expect(identity(cache.columns(of: .sma, [close], [21])) != identity(first))
        #expect(identity(cache.columns(of: .ema, [close], [20])) != identity(first))
        #expect(identity(cache.columns(of: .sma, [close.slice(0..<900)], [20])) != identity(first))
    }

    @Test func aColumnOfAColumnIsFoundToo() {
        let cache = ColumnCache()
        let twice = { () -> SeriesIdentity? in
            guard case .series(let mean) = cache.columns(of: .sma, [self.close], [5])[0] else { return nil }
            return self.identity(cache.columns(of: .ema, [mean], [9]))
        }
        #expect(twice() == twice())
    }

    @Test func theLongestUnusedGoFirst() {
        // Room for four columns of 8,000 bytes and what an entry takes.
        let cache = ColumnCache(byteLimit: 34_000)
        let columns = (1...4).map { identity(cache.columns(of: .sma, [close], [Double($0)])) }
        _ = cache.columns(of: .sma, [close], [1])
        _ = cache.columns(of: .sma, [close], [5])
        #expect(identity(cache.columns(of: .sma, [close], [1])) == columns[0])
        #expect(identity(cache.columns(of: .sma, [close], [3])) == columns[2])
        #expect(identity(cache.columns(of: .sma, [close], [2])) != columns[1])
        #expect(cache.byteCount <= 34_000)
    }

    @Test func whatIsLargerThanTheCacheIsNotKept() {
        let cache = ColumnCache(byteLimit: 1000)
        #expect(identity(cache.columns(of: .sma, [close], [5])) != identity(cache.columns(of: .sma, [close], [5])))
        #expect(cache.byteCount == 0)
    }

    @Test func workersThatAskAtOnceGetTheSameColumn() async {
        let (cache, close) = (ColumnCache(), close)
        let identities = await withTaskGroup(of: SeriesIdentity?.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    guard case .series(let series) = cache.columns(of: .sma, [close], [9])[0] else { return nil }
                    return series.identity
                }
            }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(identities.count == 1)
    }
}
