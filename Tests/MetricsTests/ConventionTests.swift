import Candles
import Metrics
import Simulation
import TestSupport
import Testing

/// One series of returns and ten trades through the libraries: empyrical-reloaded 0.7.1, quantstats 0.0.86,
/// vectorbt 1.2.0, backtesting.py 0.6.6.
struct ConventionTests {
    static let returns = [
        0.010, -0.020, 0.015, 0.005, -0.010, 0.020, -0.005, 0.012, -0.030, 0.018,
        0.007, -0.004, 0.011, -0.015, 0.025, -0.008, 0.003, 0.009, -0.012, 0.014,
    ]

    static let expected: [(convention: String, metric: String, value: Double)] = [
        ("empyrical", "sharpe", 2.4398831988), ("empyrical", "sortino", 3.6898863767),
        ("empyrical", "volatility", 0.2323881734), ("empyrical", "downside_deviation", 0.1536632682),
        ("empyrical", "cagr", 0.7172089203), ("empyrical", "max_drawdown", 0.03),
        ("empyrical", "calmar", 23.9069640), ("empyrical", "omega", 1.4326923077),
        ("empyrical", "tail_ratio", 0.9878048780), ("empyrical", "var_95", -0.0205),
        ("empyrical", "cvar_95", -0.03), ("empyrical", "stability", 0.6533742798),
        ("quantstats", "sharpe", 2.4398831988), ("quantstats", "sortino", 3.6898863767),
        ("quantstats", "cagr", 0.7172089203), ("quantstats", "ulcer_index", 0.0107585732),
        ("quantstats", "var_95", -0.0218291421), ("quantstats", "cvar_95", -0.0279462156),
        ("quantstats", "kelly", 0.1812080537), ("quantstats", "probabilistic_sharpe", 0.7393231234),
        ("quantstats", "skewness", -0.534189), ("quantstats", "kurtosis", -0.409412),
        ("vectorbt", "sharpe", 2.9363998843), ("vectorbt", "sortino", 4.4407789417),
        ("vectorbt", "volatility", 0.2796792100), ("vectorbt", "cagr", 1.1883702989),
        ("vectorbt", "calmar", 39.6123433), ("vectorbt", "cvar_95", -0.03),
        ("vectorbt", "profit_factor", 1.8333333333), ("vectorbt", "expectancy", 20), ("vectorbt", "sqn", 0.7961173387),
        ("backtesting.py", "sharpe", 1.77705), ("backtesting.py", "sortino", 4.667406),
        ("backtesting.py", "volatility", 0.40359522), ("backtesting.py", "cagr", 0.7502893),
        ("backtesting.py", "win_rate", 0.5), ("backtesting.py", "sqn", 0.7961173387),
        ("backtesting.py", "kelly", 0.2272727273),
    ]

    @Test(arguments: expected)
    func isWhatTheLibrarySays(_ convention: String, _ metric: String, _ value: Double) throws {
        let scorecard = Scorecard(
            Self.evidence(isStartSeen: convention == "backtesting.py"),
            metrics: try #require(Convention.named(convention)).metrics)
        let found = try #require(scorecard[metric])
        // To the digits that were written down.
        #expect(approximatelyEqual(found, value, relative: 1e-6), "\(found), not \(value)")
    }

    /// vectorbt's drawdowns begin behind the first candle.
    @Test func theFirstLossIsSeenOrNot() throws {
        let evidence = Evidence(
            EquityCurve(
                equity: [0.9, 0.945, 0.9639], startingCash: 1, candlesPerYear: 252, timeframe: Timeframe(1, .day)))
        for (name, fall) in [("empyrical", 0.1), ("quantstats", 0.1), ("vectorbt", 0)] {
            let scorecard = Scorecard(evidence, metrics: try #require(Convention.named(name)).metrics)
            #expect(approximatelyEqual(try #require(scorecard["max_drawdown"]), fall))
        }
    }

    /// Hours become days where a library takes days.
    @Test func shorterCandlesAreJoinedToDays() throws {
        let hours = (0..<96).map { 100 + Double($0 % 7) - Double($0 % 3) }
        let times = (0..<96).map { Int64($0) * 3_600_000 }
        let days = stride(from: 23, to: 96, by: 24).map { hours[$0] }
        let short = Evidence(
            EquityCurve(
                equity: hours, startingCash: 100, candlesPerYear: 8760, timeframe: Timeframe(1, .hour), times: times))
        let long = Evidence(
            EquityCurve(
                equity: days, startingCash: 100, candlesPerYear: 365, timeframe: Timeframe(1, .day),
                times: (0..<4).map { Int64($0) * 86_400_000 }))
        for convention in [Convention.empyrical, .quantstats] {
            for name in ["sharpe", "volatility", "sortino"] {
                let found = Scorecard(short, metrics: convention.metrics)[name] ?? .nan
                #expect(approximatelyEqual(found, Scorecard(long, metrics: convention.metrics)[name] ?? 0))
            }
        }
    }

    /// Twenty business days from 2024-01-01, and the trades of the notes; for backtesting.py the equity of the day before,
    /// too, which it takes no return from.
    private static func evidence(isStartSeen: Bool) -> Evidence {
        var equity = isStartSeen ? [1.0] : []
        for value in returns { equity.append((equity.last ?? 1) * (1 + value)) }
        var times: [Int64] = isStartSeen ? [19720] : []
        times += (0..<20).map { 19723 + Int64($0 / 5 * 7 + $0 % 5) }
        let fill = Fill(index: 0, price: 1, units: 1, fee: 0, reason: .entry)
        let trades = [120.0, -60, 80, -40, 150, -70, 30, -20, 60, -50].map {
            Trade(side: .long, entry: fill, exit: fill, profit: $0, cost: 1000)
        }
        return Evidence(
            EquityCurve(
                equity: equity, startingCash: 1, candlesPerYear: 252, timeframe: Timeframe(1, .day),
                times: times.map { $0 * 86_400_000 }, trades: trades))
    }
}
