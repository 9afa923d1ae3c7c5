-- The moving-average crossing of the peers' grid of 1,000 pairs.
-- Pinned work: all tools do the same.
return {
  name = "crossing_1000",
  space = { fast = space.integer(5, 44), slow = space.integer(50, 170, {step = 5}) },
  warmup = 0,
  signals = function(candles, p)
    local fast, slow = ta.sma(candles.close, p.fast), ta.sma(candles.close, p.slow)
    return { long = { entry = ta.crossover(fast, slow), exit = ta.crossunder(fast, slow) } }
  end,
}
