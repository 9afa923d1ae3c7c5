-- Long while the fast moving average is above the slow one.
-- Trends last longer than noise.
---@type strategy
return {
  name = "sma_crossover",
  space = {
    fast = space.integer(5, 60),
    slow = space.integer(20, 240, {default = 50}),
  },
  where = function(p) return p.fast < p.slow end,
  signals = function(candles, p)
    local fast, slow = ta.sma(candles.close, p.fast), ta.sma(candles.close, p.slow)
    return {
      long = { entry = ta.crossover(fast, slow), exit = ta.crossunder(fast, slow) },
    }
  end,
}
