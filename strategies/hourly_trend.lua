-- Buy a crossing of moving averages, but only while the average of the hours rises.
-- With the larger trend behind it, a small one is less often noise.
---@type strategy
return {
  name = "hourly_trend",
  space = {
    fast = space.integer(5, 60, {default = 20}),
    slow = space.integer(20, 240, {default = 60}),
    trend = space.integer(5, 100, {default = 20}),
  },
  where = function(p) return p.fast < p.slow end,
  -- Candles of 5m: twelve an hour.
  warmup = function(p) return math.max(p.slow, 12 * (p.trend + 2)) end,
  signals = function(candles, p)
    local hour = candles:resample("1h")
    local rises = hour:align(ta.rising(ta.ema(hour.close, p.trend), 1))
    local fast, slow = ta.sma(candles.close, p.fast), ta.sma(candles.close, p.slow)
    return {
      long = { entry = ta.crossover(fast, slow) & rises, exit = ta.crossunder(fast, slow) | ~rises },
    }
  end,
}
