import Candles
import Indicators
import Testing

/// Averages in which each candle counts by its volume.
struct VolumeWeightTests {
    private func column(_ name: String, _ inputs: [[Double]], _ options: [Double]) throws -> [Double] {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        return indicator(inputs.map { Series($0) }, options).numbers[0]
    }

    private let hour = 3_600_000.0

    @Test func aWindowWithoutVolumeHasNoValueAndTheNextOneHas() throws {
        let prices: [Double] = [10, 20, 30, 40, 50]
        let volumes: [Double] = [1, 0, 0, 3, 1]
        let expected: [Double] = [.nan, 10, .nan, 40, 42.5]
        let means = try column("vwma", [prices, volumes], [2])
        let rolling = try column("vwap_rolling", [prices, prices, prices, volumes], [2])
        #expect(means.map(\.bitPattern) == expected.map(\.bitPattern))
        #expect(rolling.map(\.bitPattern) == expected.map(\.bitPattern))
    }

    @Test func oneCandleIsItsOwnAverageWithAndWithoutVolume() throws {
        #expect(try column("vwma", [[10, 20], [0, 3]], [1]) == [10, 20])
    }

    @Test func candlesWithoutVolumeRepeatTheAverageOfTheSession() throws {
        let prices: [Double] = [10, 20, 40, 60, 80]
        let inputs = [[0, 6, 12, 24, 30].map { $0 * hour }, prices, prices, prices, [1, 1, 0, 0, 2]]
        let session = try column("vwap_session", inputs, [])
        let all = try column("vwap", Array(inputs.dropFirst()), [])
        #expect(session.map(\.bitPattern) == [10, 15, 15, .nan, 80].map(\.bitPattern))
        #expect(all == [10, 15, 15, 15, 47.5])
    }

    /// 2024-02-29 was a Thursday, 2024-03-04 a Monday.
    @Test(arguments: zip([0.0, 1, 2], [[1.0, 2, 3, 4, 5], [1, 1.5, 2, 2.5, 5], [1, 1.5, 3, 3.5, 4]]))
    func aSessionIsADayAWeekFromMondayOrAMonth(_ kind: Double, _ expected: [Double]) throws {
        let leapDay = 19_782.0
        let prices: [Double] = [1, 2, 3, 4, 5]
        let times = [-1, 0, 1, 2, 4].map { (leapDay + $0) * 24 * hour }
        let inputs = [times, prices, prices, prices, [Double](repeating: 7, count: 5)]
        #expect(try column("vwap_session", inputs, [kind]) == expected)
    }

    @Test(arguments: ["vwma", "vwap_rolling", "vwap", "alma"])
    func aPriceThatStandsStillIsItsOwnAverage(_ name: String) throws {
        let indicator = try #require(IndicatorCatalog.indicator(named: name))
        let volumes = Series((1...300).map { 0.1 * Double($0 * 37 % 101 + 1) })
        let price = Series([Double](repeating: 104.1, count: 300))
        // The price itself, or the mean of three that are equal.
        let mean = name.hasPrefix("vwap") ? (104.1 + 104.1 + 104.1) / 3 : 104.1
        let values = indicator(indicator.inputs.map { $0.name == "volume" ? volumes : price }, []).numbers[0]
        #expect(values.filter { !$0.isNaN }.allSatisfy { $0 == mean })
    }
}
