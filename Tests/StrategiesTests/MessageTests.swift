import Testing

/// What is said about a wrong script: file, line, what is wrong, what would be right.
struct MessageTests {
    static let wrong: [(String, String)] = [
        // The script as a whole.
        ("return {", "s.lua:1: unexpected symbol near <eof>"),
        ("local x = \nreturn { }}", "s.lua:2: unexpected symbol near 'return'"),
        ("return 5", "s.lua: a strategy returns one table with name, space and signals, this one returns 5"),
        ("local x = 1", "s.lua: a strategy returns one table with name, space and signals, this one returns nothing"),
        (
            "return { name = 'x' }",
            "s.lua: the strategy has neither signals nor on_candle; give it signals = function(candles, p) … end"
        ),
        ("return {\n  signal = function() end }", "s.lua:2: signal means nothing here; did you mean signals?"),
        ("return {\n  name = 12,\n}", "s.lua:2: name must be a text of 1 to 100 bytes on one line, got 12"),
        ("return {\n signals = {} }", "s.lua:2: signals must be a function(candles, p), got a table"),
        ("return {\n where = true }", "s.lua:2: where must be a function(p), got true"),
        (
            "return { signals = function() end,\n warmup = -1 }",
            "s.lua:2: warmup must be a whole number of candles from 0 to 1000000, or a function(p) of it, got -1"
        ),
        (
            "return { signals = function() end,\n where = function() end }",
            "s.lua:2: where must be a function that returns true or false, got nothing"
        ),

        (
            "return { signals = function() end,\n on_candle = function(ctx, p) end }",
            "s.lua:2: on_candle must be absent where signals is given, got both"
        ),
        (
            "return { signals = function() end,\n [1] = 2 }",
            "s.lua:2: [1] means nothing here; known are name, on_candle, prepare, signals, space, warmup, where"
        ),

        // The space.
        (
            "return {\n space = {\n fast = {5, 60} } }",
            "s.lua:3: space.fast must be space.integer(low, high), space.real(low, high) or space.choice{...}, got a table"
        ),
        (
            "return {\n space = {\n fast = space.integer(60, 5) } }",
            "s.lua:3: fast: low 60 is above high 5; low must come first"
        ),
        (
            "return {\n space = { fast = space.integer(5) } }",
            "s.lua:2: space.integer: high must be a whole number, got nothing"
        ),
        (
            "return {\n space = { fast = space.integer(5, 9, {defualt = 6}) } }",
            "s.lua:2: space.integer: there is no option defualt; did you mean default?"
        ),
        ("return {\n space = { x = space.float(1, 2) } }", "s.lua:2: there is no space.float"),
        (
            "return { space = { a = space.integer(1, 9), b = space.integer(1, 9) },\n where = function(p) return p.a < p.b end,\n signals = function() end }",
            "s.lua:2: where refuses the defaults a=5 b=5; give defaults that it allows"
        ),

        // What signals returns.
        (
            "return {\n signals = function() end }",
            "s.lua:2: what signals returns must be a table like { long = { entry = mask, exit = mask } }, got nothing"
        ),
        (
            "return {\n signals = function() return {} end }",
            "s.lua:2: what signals returns must be a table with long or short, got one with neither"
        ),
        (
            Examples.signals("return { long = {\n entry = series{1, 2, 3}:above(1) } }"),
            "s.lua:3: long.entry has 3 values, expected 600 (one for each candle)"
        ),
        (
            Examples.signals("return { long = {\n entry = candles.close } }"),
            "s.lua:3: long.entry must be a mask, as ta.crossover(a, b) or a:above(b) gives, got a series"
        ),
        (
            Examples.signals("return { short = {\n entry = true } }"),
            "s.lua:3: short.entry must be a mask, as ta.crossover(a, b) or a:above(b) gives, got true"
        ),
        (
            Examples.signals("return { long = candles.close:above(1) }"),
            "s.lua:2: long must be a table like { entry = mask, exit = mask }, got a mask"
        ),
        (
            Examples.signals("return { long = {\n exit = candles.close:above(1) } }"),
            "s.lua:2: long.entry must be a mask, as ta.crossover(a, b) or a:above(b) gives, got nil"
        ),
        (
            Examples.signals("return { long = {\n entry = candles.close:above(1),\n exits = 1 } }"),
            "s.lua:4: long.exits means nothing here; did you mean long.exit?"
        ),
        (
            Examples.signals("return { long = { entry = candles.close:above(1) },\n stoploss = 0.02 }"),
            "s.lua:3: stoploss means nothing here; did you mean stop_loss?"
        ),
        (
            Examples.signals("return { long = { entry = candles.close:above(1) },\n size = 0/0 }"),
            "s.lua:3: size must be a number above 0 up to 1 (a fraction of equity) or a series, got -nan"
        ),
        (
            Examples.signals("return { long = { entry = candles.close:above(1) },\n size = 1.5 }"),
            "s.lua:3: size must be a number above 0 up to 1 (a fraction of equity) or a series, got 1.5"
        ),
        (
            Examples.signals("return { long = { entry = candles.close:above(1) },\n stop_loss = -0.02 }"),
            "s.lua:3: stop_loss must be a number above 0 (a fraction of the fill price) or a series, got -0.02"
        ),
        (
            Examples.signals(
                "return { long = { entry = candles.close:above(1) },\n take_profit = candles.close:above(1) }"),
            "s.lua:3: take_profit must be a number above 0 (a fraction of the fill price) or a series, got a mask"
        ),
        (
            Examples.signals("return { long = { entry = candles.close:above(1) },\n size = series{1} }"),
            "s.lua:3: size has 1 values, expected 600 (one for each candle)"
        ),

        // Columns and indicators.
        (
            Examples.signals("\nreturn ta.sma(candles.close, 2.5)"),
            "s.lua:3: ta.sma: period must be a whole number from 1 to 100000, got 2.5"
        ),
        (
            Examples.signals("return ta.rsi(candles.close, 0/0)"),
            "s.lua:2: ta.rsi: period must be a whole number from 2 to 100000, got -nan"
        ),
        (
            Examples.signals("return ta.sma(candles.close, p.slow)"),
            "s.lua:2: ta.sma: period must be a whole number from 1 to 100000, got nil"
        ),
        (
            Examples.signals("return ta.sma(candles, 20)"),
            "s.lua:2: ta.sma: source must be a series, got a candle series; take one of its columns, as in candles.close"
        ),
        (
            Examples.signals("return ta.sma(candles.close:above(1), 20)"),
            "s.lua:2: ta.sma: source must be a series, got a mask"
        ),
        (
            Examples.signals("return ta.sma(candles.close, 20, 1)"),
            "s.lua:2: ta.sma: takes at most 2 arguments (source, period = 30), got 3"
        ),
        (
            Examples.signals("return ta.crossover(1, 2)"), "s.lua:2: ta.crossover: first must be a series, got 1"
        ),
        (
            Examples.signals("return ta.crossover(candles.close, series{1})"),
            "s.lua:2: ta.crossover: second has 1 values, the series before it 600"
        ),
        (Examples.signals("return ta.crosover(1, 2)"), "s.lua:2: there is no ta.crosover; did you mean ta.crossover?"),
        (Examples.signals("return candles.clsoe"), "s.lua:2: a candle series has no 'clsoe'; did you mean 'close'?"),
        (
            Examples.signals("return candles.close < candles.open"),
            "s.lua:2: columns are not compared with < or >; write a:below(b) or a:above(b), which give a mask"
        ),
        (
            Examples.signals("return candles.close >= 5"),
            "s.lua:2: columns are not compared with <= or >=; write a:at_most(b) or a:at_least(b), which give a mask"
        ),
        (
            Examples.signals("return candles.close == candles.open"),
            "s.lua:2: columns are not compared with == or ~=; write a:at_least(b) & a:at_most(b), which gives a mask"
        ),
        (
            Examples.signals("return candles.close & candles.open"),
            "s.lua:2: & combines masks; a:above(b) makes a mask of a series"
        ),
        (
            Examples.signals("return candles.close:ago(-1)"),
            "s.lua:2: series:ago: n must be a whole number from 0 (a negative one would look ahead), got -1"
        ),
        (
            Examples.signals("return candles.close:above('x')"),
            "s.lua:2: series:above: x must be a series or a number, got \"x\""
        ),
        (
            Examples.signals("return candles.close + series{1, 2}"),
            "s.lua:2: series +: the series have different lengths, 600 and 2"
        ),
        (
            Examples.signals("return series{1, 'x'}"),
            "s.lua:2: series: value 2 must be a number (0/0 for none), got \"x\""
        ),
        (
            Examples.signals("candles.close[1] = 2"),
            "s.lua:2: a series never changes; build a table and make a series of it: series(values)"
        ),
        (
            Examples.signals("return require 'x'"),
            "s.lua:2: there is no module \"x\"; a module's name is written as a plain text: require \"shared.regime\""
        ),
        (
            Examples.signals("return os.time()"),
            "s.lua:2: os.time is not available to strategies: a backtest must not depend on the clock or the machine"
        ),
        (Examples.signals("error('no luck')"), "s.lua:2: no luck"),
        (Examples.signals("return nothing.x"), "s.lua:2: attempt to index a nil value (global 'nothing')"),
    ]

    @Test(arguments: wrong.indices) func isSaidInOneSentence(_ index: Int) {
        let (text, message) = Self.wrong[index]
        #expect(Examples.fault(text) == message)
    }

    @Test func aRightScriptIsNotComplainedAbout() {
        #expect(Examples.fault(Examples.signals("return { long = { entry = candles.close:above(1) } }")) == nil)
    }
}
