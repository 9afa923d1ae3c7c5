import Testing

@testable import Console

struct SparklineTextTests {
    @Test func aColumnRisesThroughEightHeights() {
        #expect(Sparkline.text((0..<8).map(Double.init)) == "▁▂▃▄▅▆▇█")
    }

    @Test func aGapIsABlank() {
        #expect(Sparkline.text([1, .nan, 2, .infinity]) == "▁ █ ")
        #expect(Sparkline.text([.nan, .nan]) == "  ")
        #expect(Sparkline.text([Double]()) == "")
    }

    @Test func aLongColumnIsAveragedIntoTheWidth() {
        let text = Sparkline.text((0..<10_000).map(Double.init), width: 8)
        #expect(text == "▁▂▃▄▅▆▇█")
    }

    @Test func aFlatColumnLiesInTheMiddle() { #expect(Sparkline.text([5, 5, 5]) == "▄▄▄") }

    @Test func theLargestNumbersDoNotOverflow() {
        let large = Double.greatestFiniteMagnitude
        #expect(Sparkline.text([-large, large]) == "▁█")
    }
}
