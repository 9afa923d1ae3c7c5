-- Buy strength, but only in a quiet market that rises.
-- In such a market a break upward is seldom a false one.
local regime = require "shared.regime"

---@type strategy
return {
  name = "regime_filter",
  space = {
    channel = space.integer(10, 100, {default = 40}),
    average = space.integer(100, 400, {default = 200, step = 20}),
  },
  signals = function(candles, p)
    local fits = regime.rising(candles, p.average) & regime.quiet(candles, p.average)
    local top = ta.highest(candles.high, p.channel):ago(1)
    local middle = ta.sma(candles.close, p.channel)
    return {
      long = { entry = ta.crossover(candles.close, top) & fits, exit = ta.crossunder(candles.close, middle) },
      stop_loss = 0.04,
    }
  end,
}
