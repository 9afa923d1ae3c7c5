import Testing

@testable import Console

struct ProgressTextTests {
    static let value = ProgressText.Value(
        name: "sma_crossover", done: 842, total: 2000, elapsed: .seconds(1), rate: 1240.4, remaining: .seconds(34.2),
        best: ProgressText.Best(trial: 512, metric: "sharpe", value: 1.83157, kind: .ratio), failed: 3,
        commonestReason: "sma.lua:14: attempt to index a nil value",
        workers: [
            ProgressText.Worker(number: 1, trial: 843, elapsed: .milliseconds(820)),
            ProgressText.Worker(number: 10, trial: nil, elapsed: .seconds(1)),
        ])

    @Test func aTerminalShowsTheBarTheBestTheFailuresAndEachWorker() {
        #expect(
            ProgressText.lines(Self.value, width: 80) == [
                "sma_crossover  ██████████▉···············   42 %  842/2,000  1,240/s  34 s to go",
                "best sharpe 1.832 (trial 512)",
                "3 failed, mostly: sma.lua:14: attempt to index a nil value",
                "  worker  1  trial 843  820 ms",
                "  worker 10  waits",
            ])
    }

    @Test func elsewhereItIsOneLine() {
        #expect(
            ProgressText.line(Self.value)
                == "sma_crossover: 842 of 2,000 trials, 1,240/s, 34 s to go, best sharpe 1.832 (trial 512), "
                + "3 failed, mostly: sma.lua:14: attempt to index a nil value")
        let unknown = ProgressText.Value(name: "x", done: 0, total: nil, elapsed: .seconds(2))
        #expect(ProgressText.line(unknown) == "x: 0 trials, 2.0 s")
    }

    @Test func anImportCountsInMegabytes() {
        let value = ProgressText.Value(
            name: "BTC_USDT-1m.csv", done: 24, total: 57, unit: "MB", elapsed: .seconds(2), rate: 118.2,
            remaining: .seconds(2.8))
        #expect(
            ProgressText.lines(value, width: 80)
                == ["BTC_USDT-1m.csv  ██████████▌··············   42 %  24/57 MB  118 MB/s  3 s to go"])
        #expect(ProgressText.line(value) == "BTC_USDT-1m.csv: 24 of 57 MB, 118 MB/s, 3 s to go")
    }

    @Test func noLineIsWiderAndNoPictureHigherThanTheTerminal() {
        for width in 1...120 {
            for height in 1...8 {
                let lines = ProgressText.lines(Self.value, width: width, height: height)
                #expect(lines.count <= height && lines.count >= 1)
                #expect(lines.allSatisfy { TextWidth.width($0) <= width })
            }
        }
    }

    @Test func aNarrowTerminalLosesTheBarFirst() {
        #expect(ProgressText.lines(Self.value, width: 60)[0] == "sma_crossover   42 %  842/2,000  1,240/s  34 s to go")
        #expect(ProgressText.lines(Self.value, width: 40)[0] == " 42 %  842/2,000  1,240/s  34 s to go")
    }

    @Test func workersThatDoNotFitAreCounted() {
        var value = Self.value
        value.workers = (1...100).map { ProgressText.Worker(number: $0, trial: $0, elapsed: .zero) }
        let lines = ProgressText.lines(value, width: 80, height: 10)
        #expect(lines.count == 10)
        #expect(lines.last == "  and 94 more workers")
    }

    @Test func aHundredPercentMeansAllOfThem() {
        var value = Self.value
        value.done = 1999
        #expect(ProgressText.lines(value, width: 80)[0].contains(" 99 %"))
        value.done = 2000
        #expect(ProgressText.lines(value, width: 80)[0].contains("100 %"))
    }

    @Test func aNameOrReasonCannotMoveTheCursor() {
        var value = Self.value
        value.name = "\u{1b}[2J"
        value.commonestReason = "a\nb\u{1b}c"
        for line in ProgressText.lines(value, width: 200) + [ProgressText.line(value)] {
            #expect(line.unicodeScalars.allSatisfy(InertText.isInert))
        }
    }
}
