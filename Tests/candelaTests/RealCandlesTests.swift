import Foundation
import TestSupport
import Testing

/// The main job on real candles: import, search, ask.
@Suite(.enabled(if: SharedFiles.arePresent, "the real candles are not here"))
struct RealCandlesTests {
    @Test(.timeLimit(.minutes(15)))
    func theTrialsOfASearchAreTheSameBytesForAnyNumberOfWorkers() throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let file = try #require(SharedFiles.folder?.appending(path: "data/csv/BTC_USDT-5m.csv"))
        #expect(try scratch.type("candela import '\(file.path)'").code == 0)

        var tables: [[String]] = []
        for workers in [1, 2, 3, 8] {
            let search =
                "candela search sma_crossover --symbol BTC_USDT --timeframe 5m --preset quick --trials 200 --seed 7 --quiet"
            #expect(try scratch.type("\(search) --workers \(workers)").code == 0)
            tables.append(try scratch.type("candela trials newest --format csv").output)
        }
        #expect(tables[0].count == 201)
        #expect(tables.allSatisfy { $0 == tables[0] })

        let leaders = try scratch.type("candela query leaderboard --format csv")
        #expect(leaders.output.count == 11)
        #expect(leaders.output.first?.hasPrefix("rank,trial,objective_value,parameters,") == true)
    }
}
