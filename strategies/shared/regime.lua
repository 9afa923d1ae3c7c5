-- What kind of market it is, as masks that strategies combine with their own signals.
-- Most ideas work in one kind and lose in the others.
local regime = {}

-- The close is above its own long average.
function regime.rising(candles, period)
  return candles.close:above(ta.sma(candles.close, period))
end

-- Candles move less, as a share of the price, than they usually did.
function regime.quiet(candles, period)
  local range = ta.atr(candles, 14) / candles.close
  return range:below(ta.sma(range, period))
end

return regime
