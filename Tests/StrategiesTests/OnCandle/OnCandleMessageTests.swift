import Simulation
import Strategies
import Testing

/// What is said about a wrong `on_candle`: file, line, what is wrong, what would be right.
struct OnCandleMessageTests {
    /// A script whose `on_candle` has these lines, of which the first is line 3; `fast` and `up` are prepared.
    private static func script(_ body: String) -> String {
        """
        return { prepare = function(c) return { fast = ta.sma(c.close, 5), up = c.close:above(1) } end,
        on_candle = function(ctx, p)
        \(body)
        end }
        """
    }

    /// A script whose `prepare` returns this, on line 2.
    private static func preparing(_ value: String) -> String {
        "return { on_candle = function() end, prepare = function(candles)\nreturn \(value) end }"
    }

    static let wrong: [(String, String)] = [
        // The table.
        ("return {\n on_candle = 5 }", "s.lua:2: on_candle must be a function(ctx, p), got 5"),
        (
            "return { on_candle = function() end,\n prepare = {} }",
            "s.lua:2: prepare must be a function(candles, p), got a table"
        ),
        (
            "return { signals = function() end,\n prepare = function() end }",
            "s.lua:2: prepare must be absent without on_candle, got a function"
        ),

        // What prepare returns.
        (
            preparing("5"),
            "s.lua:1: what prepare returns must be a table of columns by name, like { fast = series }, got 5"
        ),
        (
            preparing("{ candles.close }"),
            "s.lua:1: what prepare returns must be a table of columns by name, got one without a name at [1]"
        ),
        (preparing("{ fast = 5 }"), "s.lua:2: prepare's fast must be a series or a mask, got 5"),
        (
            preparing("{ fast = series{1, 2} }"),
            "s.lua:2: prepare's fast has 2 values, expected 600 (one for each candle)"
        ),
        (
            preparing("{ close = candles.close }"),
            "s.lua:2: a prepared column's name must be none that the context has itself, got close"
        ),
        (
            preparing("{ enter = candles.close }"),
            "s.lua:2: a prepared column's name must be none that the context has itself, got enter"
        ),

        // Reading.
        (script("return ctx.clsoe"), "s.lua:3: a context has no 'clsoe'; did you mean 'close'?"),
        (script("return ctx.fsat"), "s.lua:3: a context has no 'fsat'; did you mean 'fast'?"),
        (script("return ctx[1]"), "s.lua:3: a context has no 1"),
        (script("ctx.close = 5"), "s.lua:3: ctx is only read; keep what is to last in a local of the script"),
        (
            script("return ctx:ago('clsoe', 1)"),
            "s.lua:3: context:ago: name must be the name of a column (open, high, low, close, volume, fast, up), got \"clsoe\""
        ),
        (
            script("return ctx:ago(1)"),
            "s.lua:3: context:ago: name must be the name of a column (open, high, low, close, volume, fast, up), got 1"
        ),
        (
            script("return ctx:ago('close')"),
            "s.lua:3: context:ago: n must be a whole number from 0 (a negative one would look ahead), got nothing"
        ),
        (
            script("return ctx:ago('close', -1)"),
            "s.lua:3: context:ago: n must be a whole number from 0 (a negative one would look ahead), got -1"
        ),
        (
            script("return ctx:ago('close', 1.5)"),
            "s.lua:3: context:ago: n must be a whole number from 0 (a negative one would look ahead), got 1.5"
        ),
        (script("return ctx:ago('close', 1, 2)"), "s.lua:3: context:ago: takes a name and a number, got 3 values"),
        (
            script("return ctx.ago('close', 1)"),
            "s.lua:3: context:ago is called with ':' on a context, got \"close\""
        ),
        (
            script("return ctx.columns.fast[2]"),
            "s.lua:3: ctx.columns.fast[2]: candle 2 is not known yet, now is 1"
        ),
        (script("return ctx.columns.fsat"), "s.lua:3: a columns has no 'fsat'; did you mean 'fast'?"),
        (script("ctx.columns.x = 1"), "s.lua:3: columns are made in prepare, which returns them by name"),
        (
            script("if ctx.index < 5 then ctx:enter('long') return end return ctx.position.size"),
            "s.lua:3: a position has no 'size'; did you mean 'side'?"
        ),

        // Ordering.
        (script("ctx:enter()"), "s.lua:3: context:enter: side must be \"long\" or \"short\", got nothing"),
        (script("ctx:enter('buy')"), "s.lua:3: context:enter: side must be \"long\" or \"short\", got \"buy\""),
        (script("ctx:enter('long', 0.5)"), "s.lua:3: context:enter: options must be a table, got 0.5"),
        (
            script("ctx:enter('long', {stoploss = 0.02})"),
            "s.lua:3: context:enter: there is no option stoploss; did you mean stop_loss?"
        ),
        (
            script("ctx:enter('long', {0.5})"),
            "s.lua:3: context:enter: there is no option [1]; there are size, stop_loss, take_profit, trailing_stop, time_limit"
        ),
        (
            script("ctx:enter('long', {size = 2})"),
            "s.lua:3: context:enter: size must be a number above 0 up to 1 (a fraction of equity), got 2"
        ),
        (
            script("ctx:enter('long', {stop_loss = '2%'})"),
            "s.lua:3: context:enter: stop_loss must be a number above 0 (a fraction of the fill price), got \"2%\""
        ),
        (
            script("ctx:enter('long') ctx:enter('short')"),
            "s.lua:3: context:enter: an order was made at this close already (long entry); make one order a close, or cancel the first with ctx:cancel()"
        ),
        (
            script("if ctx.index < 5 then ctx:enter('long') return end ctx:exit() ctx:enter('long')"),
            "s.lua:3: context:enter: an order was made at this close already (exit); make one order a close, or cancel the first with ctx:cancel()"
        ),
        (script("error('no luck')"), "s.lua:3: no luck"),
        (script("return ctx.close + nil"), "s.lua:3: attempt to perform arithmetic on a nil value"),
        (script("coroutine.yield()"), "s.lua:3: attempt to yield from outside a coroutine"),
    ]

    @Test(arguments: wrong) func aWrongScriptHearsWhatIsWrong(_ text: String, _ expected: String) {
        #expect(Examples.fault(text) == expected)
    }

    @Test func aRightOneHearsNothing() {
        #expect(Examples.fault(Self.script("if ctx.fast > 1 and ctx.up then ctx:enter('long') end")) == nil)
    }
}
