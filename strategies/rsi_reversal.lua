-- Buy when the relative strength index comes back up from a fall, sell when it has recovered.
-- After a hurried fall there are few sellers left.
---@type strategy
return {
  name = "rsi_reversal",
  space = {
    period = space.integer(5, 30, {default = 14}),
    low = space.integer(15, 40, {default = 30}),
    high = space.integer(50, 80, {default = 60}),
    stop = space.real(0.01, 0.1, {default = 0.05, log = true}),
  },
  signals = function(candles, p)
    local strength = ta.rsi(candles.close, p.period)
    return {
      long = { entry = ta.crossover(strength, p.low), exit = ta.crossover(strength, p.high) },
      stop_loss = p.stop,
    }
  end,
}
