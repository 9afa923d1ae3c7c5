import Candles
import Simulation
import TestSupport
import Testing

/// What holds for any candles, signals and settings.
struct PropertyTests {
    static let cases: Range<UInt64> = 0..<350

    private func run(_ random: RandomCase, way: SimulationSettings.Way = .jump) -> Backtest {
        var settings = random.settings
        settings.way = way
        var simulator = Simulator(candles: random.candles, settings: settings)
        return simulator.run(random.signals)
    }

    @Test func bothWaysGiveTheSameToTheBit() {
        var trades = 0
        for random in Self.cases.lazy.map({ RandomCase($0) }) {
            let (walked, jumped) = (run(random, way: .walk), run(random, way: .jump))
            #expect(walked.fills == jumped.fills, "\(random)")
            #expect(walked.trades == jumped.trades, "\(random)")
            #expect(walked.holdings == jumped.holdings, "\(random)")
            #expect(walked.openPosition == jumped.openPosition, "\(random)")
            #expect(walked.conflictingEntries == jumped.conflictingEntries, "\(random)")
            #expect(walked.rejectedEntries == jumped.rejectedEntries, "\(random)")
            expectAgreement(walked.summary, jumped.summary, "\(random)")
            trades += jumped.trades.count
        }
        #expect(trades > 4_000)
    }

    @Test func longHoldingsAgreeAcrossBlocksOfTheTables() {
        let (count, never) = (3000, Mask(repeating: false, count: 3000))
        for number in 0..<40 as Range<UInt64> {
            let random = RandomCase(number, count: count)
            let tables = MarketTables(random.candles)
            let often = Signals.Side(
                entry: Mask((0..<count).map { $0 % 701 == Int(number) }),
                exit: Mask((0..<count).map { $0 % 701 == 650 - 9 * Int(number) }))
            let once = Signals.Side(entry: Mask((0..<count).map { $0 % 1000 == 7 * Int(number) }), exit: never)
            for side in [often, once] {
                let backtests = SimulationSettings.Way.allCases.map { way in
                    var settings = random.settings
                    settings.way = way
                    var simulator = Simulator(candles: random.candles, settings: settings, tables: tables)
                    return simulator.run(Signals(long: side))
                }
                #expect(backtests[0].fills == backtests[1].fills)
                expectAgreement(backtests[0].summary, backtests[1].summary, "\(random)")
            }
        }
    }

    @Test func aFunctionOfEachCandleGivesTheFillsOfTheColumns() {
        for random in (0..<300 as Range<UInt64>).lazy.map({ RandomCase($0) }) {
            let columns = run(random)
            for way in SimulationSettings.Way.allCases {
                var settings = random.settings
                settings.way = way
                var simulator = Simulator(candles: random.candles, settings: settings)
                var source = CandleByCandle(random.signals)
                let asked = simulator.run(&source)
                #expect(asked.fills == columns.fills, "\(random)")
                #expect(asked.holdings == columns.holdings, "\(random)")
                #expect(asked.conflictingEntries == columns.conflictingEntries, "\(random)")
                #expect(source.asked == Array(random.candles.traded), "\(random): each close once, in order")
            }
        }
    }

    @Test func anEntryAtEveryCloseDoesNotOutliveTheTimeLimit() {
        struct Insistent: OrderSource {
            mutating func order(at index: Int, holding account: AccountState) -> Order? {
                .enter(.long, .fractionOfEquity(1), Protection(timeLimit: 3))
            }
        }
        for rule in FillRule.allCases {
            let backtests = SimulationSettings.Way.allCases.map { way in
                var simulator = Simulator(
                    candles: RandomCase(1, count: 100).candles, settings: .init(fillRule: rule, way: way))
                var source = Insistent()
                return simulator.run(&source)
            }
            #expect(backtests[0].fills == backtests[1].fills)
            #expect(backtests[0].trades.count > 10)
            #expect(backtests[0].trades.allSatisfy { $0.exit.index - $0.entry.index == 3 })
        }
    }

    @Test func moneyIsConserved() {
        for random in Self.cases.lazy.map({ RandomCase($0) }) {
            let backtest = run(random)
            let most = backtest.equity.array().reduce(backtest.settings.startingCash) { max($0, $1.magnitude) }
            #expect(backtest.unexplainedMoney <= 1e-11 * most * Double(1 + backtest.fills.count), "\(random)")
        }
    }

    @Test func holdingsCoverTheTradedCandlesAndGiveTheEquity() {
        for random in Self.cases.lazy.map({ RandomCase($0) }) {
            let backtest = run(random)
            #expect(backtest.holdings.flatMap { Array($0.candles) } == Array(random.candles.traded), "\(random)")
            let equity = backtest.equity.array()
            let summary = Backtest.EquitySummary(
                equity: equity, startingCash: backtest.settings.startingCash,
                exposedCandles: backtest.summary.exposedCandles)
            expectAgreement(summary, backtest.summary, "\(random)")
            #expect((0...random.candles.traded.count).contains(summary.exposedCandles), "\(random)")
        }
    }

    @Test func cuttingTheFutureChangesNoPastFill() {
        for random in (0..<300 as Range<UInt64>).lazy.map({ RandomCase($0) }) {
            let whole = run(random)
            let warmup = random.candles.warmup
            let cut = (random.candles.count + warmup) / 2
            var simulator = Simulator(
                candles: random.candles.slice(0..<cut, warmup: warmup), settings: random.settings)
            let past = simulator.run(random.signals.prefix(cut))
            #expect(past.fills == whole.fills.filter { $0.index < cut }, "\(random)")
            #expect(past.equity.array() == Array(whole.equity.array().prefix(cut - warmup)), "\(random)")
        }
    }

    @Test func doublingTheCashDoublesTheProfit() {
        for random in (0..<300 as Range<UInt64>).lazy.map({ RandomCase($0) }) {
            let once = run(random)
            var settings = random.settings
            settings.startingCash *= 2
            var simulator = Simulator(candles: random.candles, settings: settings)
            let twice = simulator.run(random.signals)
            #expect(twice.trades.map(\.profit) == once.trades.map { $0.profit * 2 }, "\(random)")
            #expect(twice.summary.meanReturn.bitPattern == once.summary.meanReturn.bitPattern, "\(random)")
        }
    }

    @Test func noFillIsOutsideItsCandleButBySlippage() {
        for random in Self.cases.lazy.map({ RandomCase($0) }) {
            let slippage = random.settings.costs.slippage
            for fill in run(random).fills {
                let candle = random.candles[fill.index]
                let range = candle.low * (1 - slippage)...candle.high * (1 + slippage)
                #expect(range.contains(fill.price), "\(random), candle \(fill.index)")
            }
        }
    }

    @Test func noEntryIsBeforeTheTradedCandles() {
        for random in Self.cases.lazy.map({ RandomCase($0) }) {
            let earliest = random.candles.warmup + (random.settings.fillRule == .close ? 0 : 1)
            #expect(run(random).fills.allSatisfy { $0.index >= earliest }, "\(random)")
        }
    }

    private func expectAgreement(
        _ left: Backtest.EquitySummary, _ right: Backtest.EquitySummary, _ comment: Comment,
        location: SourceLocation = #_sourceLocation
    ) {
        func agree(_ path: KeyPath<Backtest.EquitySummary, Double>, scale: Double = 1) -> Bool {
            approximatelyEqual(left[keyPath: path], right[keyPath: path], relative: 1e-12, absolute: 1e-12 * scale)
        }
        #expect(left.exposedCandles == right.exposedCandles, comment, sourceLocation: location)
        #expect(agree(\.finalEquity), comment, sourceLocation: location)
        // A mean is as exact as the returns it is taken from are large.
        #expect(
            agree(\.meanReturn, scale: left.deviation.isNaN ? 1 : left.deviation), comment, sourceLocation: location)
        #expect(agree(\.deviation, scale: 1e-3), comment, sourceLocation: location)
        #expect(agree(\.downsideDeviation, scale: 1e-3), comment, sourceLocation: location)
        #expect(agree(\.maximumDrawdown), comment, sourceLocation: location)
    }
}

extension Signals {
    /// The same for the first `count` candles.
    fileprivate func prefix(_ count: Int) -> Signals {
        func cut(_ side: Signals.Side?) -> Signals.Side? {
            side.map {
                Signals.Side(
                    entry: Mask(Array($0.entry.array().prefix(count))), exit: Mask(Array($0.exit.array().prefix(count)))
                )
            }
        }
        func cut(_ level: Signals.Level) -> Signals.Level {
            if case .column(let series) = level { .column(series.slice(0..<count)) } else { level }
        }
        var signals = Signals(long: cut(long), short: cut(short))
        signals.size = cut(size)
        signals.stopLoss = stopLoss.map(cut)
        signals.takeProfit = takeProfit.map(cut)
        signals.trailingStop = trailingStop.map(cut)
        signals.timeLimit = timeLimit.map(cut)
        return signals
    }
}
