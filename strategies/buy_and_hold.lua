-- Buy at the first candle and keep it: the baseline every other strategy is compared with.
-- Whatever trades more has to earn more than this, after fees.
---@type strategy
return {
  name = "buy_and_hold",
  warmup = 0,
  signals = function(candles)
    return { long = { entry = candles.close:at_least(0) } }
  end,
}
