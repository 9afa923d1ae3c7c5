import Testing

@testable import Console

/// Tables as people and programs see them, as golden text.
struct TextTableTests {
    static let leaderboard = TextTable(
        columns: [
            TextColumn("trial"), TextColumn("strategy", .text), TextColumn("fast"),
            TextColumn("total_return", .fraction),
            TextColumn("sharpe", .ratio), TextColumn("trades", .count), TextColumn("equity", .money),
            TextColumn("begin", .time), TextColumn("took", .duration),
        ],
        rows: [
            [812, "sma_crossover", 12, 0.12341, 1.83157, 10_241, 11_234.1, .time(1_704_067_200_000), 0.00082],
            [7, "天気|*x*", 0.5, -0.03, 0.0312, 9, 9700, .time(1_704_067_500_000), 3720],
            [10, nil, 0.125, .real(.nan), nil, 0, 10_000, nil, nil],
        ])

    @Test func aTableForEyesIsAlignedAndRounded() {
        #expect(
            Self.leaderboard.text() == """
                trial  strategy         fast  total_return  sharpe  trades     equity  begin                   took
                ─────  ─────────────  ──────  ────────────  ──────  ──────  ─────────  ────────────────  ──────────
                  812  sma_crossover  12           12.34 %   1.832  10,241  11,234.10  2024-01-01 00:00      820 us
                    7  天気|*x*        0.5         -3.00 %   0.031       9   9,700.00  2024-01-01 00:05  1 h 02 min
                   10  –               0.125             –       –       0  10,000.00  –                          –

                """)
    }

    @Test func csvIsFullAndStartsWithNames() {
        #expect(
            Self.leaderboard.text(.csv) == """
                trial,strategy,fast,total_return,sharpe,trades,equity,begin,took
                812,sma_crossover,12,0.12341,1.83157,10241,11234.1,2024-01-01T00:00:00Z,0.00082
                7,天気|*x*,0.5,-0.03,0.0312,9,9700,2024-01-01T00:05:00Z,3720
                10,,0.125,,,0,10000,,

                """)
    }

    @Test func jsonKeepsTheOrderOfColumnsAndHasNullForNoValue() {
        let table = TextTable(
            columns: [TextColumn("b"), TextColumn("a"), TextColumn("b"), TextColumn("c")],
            rows: [[1, 0.1, "x\"y\\z", true], [nil, .real(.nan), .real(.infinity), false]])
        #expect(
            table.text(.json) == """
                [
                {"b":1,"a":0.1,"b_2":"x\\"y\\\\z","c":true},
                {"b":null,"a":null,"b_2":null,"c":false}
                ]

                """)
        #expect(TextTable(columns: [TextColumn("a")]).text(.json) == "[]\n")
    }

    @Test func markdownIsAlignedInItsSource() {
        let table = TextTable(
            columns: [TextColumn("name", .text), TextColumn("max_drawdown", .fraction)],
            rows: [["sma_crossover", 0.0812], ["a|b", nil]])
        #expect(
            table.text(.markdown) == """
                | name          | max_drawdown |
                | ------------- | -----------: |
                | sma_crossover |       8.12 % |
                | a\\|b          |            – |

                """)
    }

    @Test func numbersSurviveCSVAndJSONToTheLastBit() {
        for value in [0.1 + 0.2, 1e-300, .pi, 1e-307, -1.0 / 3, 1e22] {
            let table = TextTable(columns: [TextColumn("x", .fraction)], rows: [[.real(value)]])
            #expect(Double(table.text(.csv).split(separator: "\n")[1]) == value)
            #expect(table.text(.json).contains("{\"x\":\(value)}"))
        }
    }

    @Test func aNarrowTerminalStacksHeadsThenCutsTextsThenLeavesColumnsOut() {
        let table = TextTable(
            columns: [
                TextColumn("trial"), TextColumn("total_return", .fraction), TextColumn("reason", .text),
                TextColumn("sharpe", .ratio),
            ],
            rows: [[1, 0.5, "sma.lua:14: long.entry has 998 values", 1.5]])
        func text(_ width: Int) -> String { table.text(style: TextStyle(width: width)) }
        #expect(
            text(60) == """
                        total_
                trial   return  reason                                sharpe
                ─────  ───────  ────────────────────────────────────  ──────
                    1  50.00 %  sma.lua:14: long.entry has 998 valu…   1.500

                """)
        #expect(
            text(36) == """
                        total_
                trial   return  reason             …
                ─────  ───────  ─────────────────  ─
                    1  50.00 %  sma.lua:14: long…  …
                not shown: sharpe

                """)
        for width in 20...80 {
            #expect(text(width).split(separator: "\n").allSatisfy { TextWidth.width(String($0)) <= width })
        }
    }

    @Test func nothingIsCutWhereThereIsNoTerminal() {
        let long = String(repeating: "x", count: 500)
        let table = TextTable(columns: [TextColumn("reason", .text)], rows: [[.text(long)]])
        #expect(table.text().contains(long))
    }

    @Test func anEmptyTableSaysSo() {
        #expect(TextTable(columns: [TextColumn("study")]).text() == "study\n─────\n(no rows)\n")
        #expect(TextTable(columns: [TextColumn("study")]).text(.csv) == "study\n")
    }

    @Test func colorsAreUsedOnlyWhereTheyAreAskedFor() {
        #expect(!Self.leaderboard.text().contains("\u{1b}"))
        #expect(Self.leaderboard.text(style: TextStyle(hasColors: true)).contains("\u{1b}[1m"))
    }

    @Test func aRecordShowsItsGroupsAndIsOneRowForPrograms() {
        var record = TextRecord()
        record.add("trial", "t12.345")
        record.group("return")
        record.add("total_return", 0.5, .fraction)
        record.group("risk")
        record.add("max_drawdown", nil, .fraction)
        #expect(
            record.text() == """
                trial         t12.345

                return
                total_return  50.00 %

                risk
                max_drawdown  –

                """)
        #expect(record.text(.csv) == "trial,total_return,max_drawdown\nt12.345,0.5,\n")
        #expect(record.text(.json) == "[\n{\"trial\":\"t12.345\",\"total_return\":0.5,\"max_drawdown\":null}\n]\n")
    }
}
