import Testing

@testable import Console

struct TextWidthTests {
    /// Columns as xterm, kitty and VTE draw them.
    @Test(arguments: [
        ("", 0), ("abc", 3), ("naïve", 5), ("e\u{301}", 1), ("天気", 4), ("한글", 4), ("ｱ", 1), ("Ａ", 2), ("👍", 2),
        ("👨‍👩‍👧", 2),
        ("🇩🇪", 2), ("❤\u{fe0f}", 2), ("▁▂█", 3), ("…", 1),
    ])
    func aTextTakesTheColumnsThatATerminalGivesIt(text: String, width: Int) {
        #expect(TextWidth.width(text) == width)
    }

    @Test func aCutTextNeverTakesMoreThanItIsGiven() {
        for text in ["abcdefgh", "天気予報士", "e\u{301}e\u{301}e\u{301}e\u{301}", "a天b気c"] {
            for width in 0...10 { #expect(TextWidth.width(TextWidth.cut(text, to: width)) <= width) }
        }
        #expect(TextWidth.cut("天気予報", to: 6) == "天気…")
        #expect(TextWidth.cut("abc", to: 3) == "abc")
    }
}
