import Console
import Testing

/// Completions with the cursor at the end, without what is replaced.
private func completions(_ text: String, in session: Session = SessionHome().session()) -> [String] {
    session.completions(of: text, at: text.unicodeScalars.count).map(\.text)
}

@Test func functionsOfALibraryAreCompleted() {
    #expect(completions("x = ta.cross") == ["crossover(", "crossunder("])
    #expect(completions("candles.") == ["list(", "load(", "read(", "synth("])
    #expect(completions("string.re") == ["rep(", "reverse("])
}

@Test func globalsOfTheSessionAndItsFunctionsAreCompleted() {
    let session = SessionHome().session()
    _ = session.run("backlog = 1")
    #expect(completions("back", in: session) == ["backlog", "backtest("])
    #expect(completions("print(cand", in: session) == ["candles."])
}

@Test func fieldsOfTablesAndObjectsAreCompletedWithoutRunningAScript() {
    let session = SessionHome().session()
    _ = session.run("b = backtest { strategy = 'buy_and_hold', candles = candles.synth { candles = 600 } }")
    _ = session.run("t = { one = { alpha = 1, beta = 2 } }")
    _ = session.run("trap = setmetatable({}, { __index = function() while true do end end })")
    #expect(completions("b.me", in: session) == ["metrics"])
    #expect(completions("b:sa", in: session) == ["save("])
    _ = session.run("hour = candles.synth { candles = 600 }:resample('1h')")
    #expect(completions("hour:", in: session).contains("align("))
    #expect(completions("b.metrics.sh", in: session) == ["sharpe", "short_trades"])
    #expect(completions("t.one.", in: session) == ["alpha", "beta"])
    #expect(completions("trap.x.", in: session) == [])
}

@Test func namesInsideQuotesAreCompleted() {
    #expect(completions("backtest{ strategy = \"sma_") == ["sma_crossover"])
    #expect(completions("help(\"ta.rs") == ["ta.rsi"])
    #expect(completions("x = \"sma_") == [])
}

@Test func optionsOfACallAreCompleted() {
    #expect(completions("search{ strategy = \"x\", sam") == ["sampler = "])
    #expect(completions("backtest{ sl") == ["slippage = "])
}

@Test func dotCommandsAreCompleted() {
    #expect(completions(".st") == [".strategies ", ".studies "])
}

@Test func aCompletionBeginsWhereItsWordBegins() {
    let text = "é = ta.rs"
    #expect(SessionHome().session().completions(of: text, at: 9) == [Completion(start: 7, text: "rsi(")])
}
