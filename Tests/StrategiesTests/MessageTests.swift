import Testing

/// What is said about a wrong script: file, line, what is wrong, what would be right.
struct MessageTests {
    private let messages = ScriptCases("messages.txt")

    @Test func aWrongScriptIsToldInOneSentence() throws {
        #expect(messages.cases.count > 90)
        try messages.check { [Examples.fault($0) ?? "nothing"] }
        // Some sentence each, and none of the machine's own.
        for answer in messages.cases.flatMap(\.answers) {
            #expect(answer.hasPrefix("s.lua") && !answer.contains("0x") && !answer.contains(".swift"), "\(answer)")
        }
    }

    @Test func aRightScriptIsNotComplainedAbout() {
        #expect(Examples.fault(Examples.signals("return { long = { entry = candles.close:above(1) } }")) == nil)
    }
}
