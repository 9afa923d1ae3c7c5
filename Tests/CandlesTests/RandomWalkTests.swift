import TestSupport
import Testing

@testable import Candles

@Suite struct RandomWalkTests {
    /// Written down once; the same on every machine, whatever its processor.
    @Test(
        arguments: [
            (1, "be8d0a89c9d174cd38949a4fe1e4f5983f3cd0106f92758e91ddf5b5c4c5d1db"),
            (2, "eae3f27f3e2ede48a0bcf478f5688f7d6e9875689608c5c7ac9fc43123520ff4"),
            (42, "fc27be70513de4e9c8d926f19087abea4861f05866803993251c53c7841a3dbc"),
        ] as [(UInt64, String)])
    func aSeedGivesTheSameBytesEverywhere(seed: UInt64, hash: String) {
        #expect(RandomWalk(seed: seed).candles(20_000).contentHash == hash)
    }

    @Test func fewerCandlesAreTheBeginningOfMore() {
        let (short, long) = (RandomWalk(seed: 9).candles(700), RandomWalk(seed: 9).candles(5000))
        #expect(long.slice(0..<700).contentHash == short.contentHash)
    }

    @Test(arguments: ["1s", "1m", "5m", "1h", "1d", "1w", "1M"])
    func candlesAreSound(text: String) throws {
        let timeframe = try #require(Timeframe(text))
        for seed in 1...5 as ClosedRange<UInt64> {
            let candles = RandomWalk(timeframe: timeframe, seed: seed).candles(3000)
            let check = CandleCheck(candles, jump: 1)
            #expect(check.gaps.isEmpty && check.offGrid.isEmpty && check.impossible.isEmpty)
            #expect(check.outsideRange.isEmpty && check.outOfOrder.isEmpty)
            let tick = try #require(candles.close.tick)
            #expect(candles.close.array().allSatisfy { tick.count($0).map { $0 / tick.perUnit } == $0 })
        }
        #expect(RandomWalk(timeframe: Timeframe(5, .minute)).candles(1).time[0] == 1_704_067_200_000)
    }

    @Test func volatilityComesInClusters() {
        let close = RandomWalk(seed: 3).candles(20_000).close.array()
        let moves = zip(close.dropFirst(), close).map { ($0 / $1 - 1).magnitude }
        #expect(correlation(moves.dropLast(), Array(moves.dropFirst())) > 0.1)
        let returns = zip(close.dropFirst(), close).map { $0 / $1 - 1 }
        #expect(correlation(returns.dropLast(), Array(returns.dropFirst())).magnitude < 0.05)
    }

    @Test(arguments: ["1m", "5m", "1h", "1d"])
    func pricesStayBelievable(text: String) throws {
        let close = RandomWalk(timeframe: try #require(Timeframe(text)), seed: 8).candles(2000).close.array()
        #expect(close.allSatisfy { $0 > 0.1 && $0 < 100_000 })
    }

    private func correlation(_ left: some Collection<Double>, _ right: [Double]) -> Double {
        let count = Double(right.count)
        let (leftMean, rightMean) = (left.reduce(0, +) / count, right.reduce(0, +) / count)
        let products = zip(left, right).reduce(0) { $0 + ($1.0 - leftMean) * ($1.1 - rightMean) }
        let leftSquares = left.reduce(0) { $0 + ($1 - leftMean) * ($1 - leftMean) }
        let rightSquares = right.reduce(0) { $0 + ($1 - rightMean) * ($1 - rightMean) }
        return products / (leftSquares * rightSquares).squareRoot()
    }
}
