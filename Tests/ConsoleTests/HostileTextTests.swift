import Testing

@testable import Console

/// Names come from files and scripts; none may do anything but be read.
struct HostileTextTests {
    static let hostile = [
        "\u{1b}]0;title\u{07}", "\u{1b}[2J", "a\u{9b}31mb", "line\nbreak", "back\u{08}space", "over\rwrite",
        "tab\there",
        "right\u{202e}left", "zero\u{200b}width", "\u{2028}", "\u{7f}", "\u{feff}", "\r\n", "=1+1", "<b>", "|",
    ]

    /// Not a test with arguments: those would be printed, and the terminal of the tests would obey them.
    @Test func noNameReachesTheTerminalAsACommand() {
        for (name, format) in Self.hostile.flatMap({ name in TableFormat.allCases.map { (name, $0) } }) {
            let table = TextTable(columns: [TextColumn(name, .text)], rows: [[.text(name)]])
            for scalar in table.text(format).unicodeScalars where scalar != "\n" && scalar != "\t" {
                #expect(InertText.isInert(scalar), "\(format) of \(name.debugDescription)")
            }
        }
    }

    @Test func escapesAreVisible() {
        #expect(InertText.text("a\u{1b}[2J\n\u{202e}") == "a\\x1b[2J\\n\\u{202e}")
        #expect(InertText.text("plain ünïcode 天 👨‍👩‍👧") == "plain ünïcode 天 👨‍👩‍👧")
    }

    @Test func jsonGivesNamesBackUnchanged() {
        #expect(JSONText.string("\u{1b}\u{7f}\u{202e}\n") == "\"\\u001b\\u007f\\u202e\\n\"")
        #expect(JSONText.string("\u{e0001}") == "\"\\udb40\\udc01\"")
    }

    @Test(arguments: ["=1+1", "+cmd", "-cmd", "@sum", "\t=1", " =1", "-1+2"])
    func aFormulaIsNoFormulaInCSV(text: String) {
        let row = TextTable(columns: [TextColumn("a", .text)], rows: [[.text(text)]]).text(.csv).dropFirst(2)
        #expect(row.drop { $0 == "\"" }.first == "'")
    }

    @Test func numbersInCSVAreNeverPrefixed() {
        let table = TextTable(columns: [TextColumn("a")], rows: [[-1], [-1.5], ["-1.5"], ["+2"]])
        #expect(table.text(.csv) == "a\n-1\n-1.5\n-1.5\n+2\n")
    }

    @Test func csvQuotesWhatRFC4180AsksFor() {
        let table = TextTable(
            columns: [TextColumn("a,b", .text)], rows: [["say \"x\""], ["two\nlines"], [" edge"], [""]])
        #expect(table.text(.csv) == "\"a,b\"\n\"say \"\"x\"\"\"\n\"two\nlines\"\n\" edge\"\n\n")
    }

    @Test func markdownObeysNoMarkup() {
        #expect(
            MarkdownText.escape("<img src=x> *b* [a](b) `c` a|b &amp; _x_ max_drawdown $x$")
                == "&lt;img src=x&gt; \\*b\\* \\[a\\](b) \\`c\\` a\\|b &amp;amp; \\_x\\_ max_drawdown \\$x\\$")
    }
}
