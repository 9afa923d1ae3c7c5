import Candles
import Foundation
import Indicators
import Search
import Strategies
import TestSupport
import Testing

/// `candles:resample` and `align` against pandas 3.1.1 on real candles: `resample().agg()`, then `merge_asof` at the
/// closes of the base candles. `scripts/resample-references` prints the cases.
@Suite(.enabled(if: SharedFiles.arePresent, "the folder shared is not beside the checkout"))
struct LongerCandlesGoldenTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let (file, timeframe): (String, String)
        /// Leading candles without a longer one, and without a mean of the last 20 closes of longer ones.
        let (missing, missingMeans): (Int, Int)
        /// The sum of the bits of opens, highs, lows and closes, each times its place and that of its column.
        let bits: UInt64
        let means: Double

        init(_ file: String, _ timeframe: String, missing: Int, bits: UInt64, missingMeans: Int, means: Double) {
            (self.file, self.timeframe, self.missing, self.bits) = (file, timeframe, missing, bits)
            (self.missingMeans, self.means) = (missingMeans, means)
        }

        var testDescription: String { "\(file) to \(timeframe)" }
    }

    static let cases = [
        Case("BTC_USDT-5m", "1h", missing: 11, bits: 0x7ae1e7f386ac3754, missingMeans: 239, means: 3310884530.054),
        Case("BTC_USDT-5m", "4h", missing: 47, bits: 0x6d1260f99ae1d250, missingMeans: 959, means: 3242513413.25),
        Case("BTC_USDT-5m", "1d", missing: 287, bits: 0xefd6cfca3b3a4140, missingMeans: 5759, means: 2783080232.3635),
        Case("BTC_USDT-5m", "1w", missing: 3455, bits: 0xc5c01d2e119f7620, missingMeans: 36288, means: 0.0),
        Case("BTC_USDT-1h", "1d", missing: 43, bits: 0x76636fb1e817685c, missingMeans: 493, means: 1298870410.6139998),
        Case(
            "BTC_USDT-1h", "1w", missing: 259, bits: 0xf0d228e66884be7d, missingMeans: 3444, means: 1205585075.7944999),
        Case("XRP_ETH-1m", "15m", missing: 11, bits: 0x8f5e895802fb8a46, missingMeans: 251, means: 3.2859486295),
        Case("XMR_BTC.2019-5m", "1h", missing: 14, bits: 0x9fcb12d341301f0f, missingMeans: 242, means: 507.98168075),
        Case("EURUSD-1h", "1d", missing: 38, bits: 0x6d521b90eaa45d39, missingMeans: 420, means: 5341.619096),
        Case("GOOG-1d", "1w", missing: 7, bits: 0x58c54347ae1419ce, missingMeans: 99, means: 978448.996),
        Case("GOOG-1d", "1M", missing: 29, bits: 0x8451b8f5c29a24f2, missingMeans: 427, means: 834624.3404999999),
        Case("AAPL-1d", "3M", missing: 74, bits: 0xae6be654d20a008d, missingMeans: 1275, means: 312689.043558904),
    ]

    @Test(arguments: cases) func whatIsKnownAtEachCloseIsWhatPandasSays(_ one: Case) throws {
        let file = try #require(SharedFiles.folder).appending(path: "data/csv/\(one.file).csv")
        let candles = try CandleImport.read(file).candles
        let columns = try ["open", "high", "low", "close"].map {
            try candles.column("longer:align(longer.\($0))", longer: one.timeframe)
        }
        #expect(columns.allSatisfy { $0.leadingMissing == one.missing })
        var bits: UInt64 = 0
        for (place, column) in columns.enumerated() {
            for index in one.missing..<column.count {
                bits &+= column[index].bitPattern &* UInt64(index + 1) &* UInt64(place + 1)
            }
        }
        #expect(bits == one.bits)
        let means = try candles.column("longer:align(ta.sma(longer.close, 20))", longer: one.timeframe)
        #expect(means.leadingMissing == one.missingMeans)
        let sum = means.array().dropFirst(one.missingMeans).reduce(0, +)
        #expect((sum - one.means).magnitude <= 1e-9 * one.means)
    }
}

extension CandleSeries {
    /// What an expression of `candles` and `longer` gives, as a script says it.
    func column(_ expression: String, longer: String, cache: ColumnCache = ColumnCache()) throws -> Series {
        let script = Examples.script(
            Examples.signals(
                """
                local longer = candles:resample("\(longer)")
                return { long = { entry = candles.close:above(0) }, stop_loss = \(expression) }
                """))
        let signals = try LuaStrategy(script, cache: cache).signals(self, .none)
        guard case .column(let series) = signals.stopLoss else { return Series([]) }
        return series
    }
}

extension Series {
    fileprivate var leadingMissing: Int { (0..<count).first { !self[$0].isNaN } ?? count }
}
