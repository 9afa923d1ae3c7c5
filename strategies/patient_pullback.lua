-- Buy a pullback in a rising market, and give back no more than a share of what the trade has gained.
-- A trade that has paid well may breathe; one that pays nothing soon was a mistake.
local best = 0

---@type strategy
return {
  name = "patient_pullback",
  space = {
    average = space.integer(50, 300, {default = 150, step = 10}),
    depth = space.real(1, 4, {default = 2}),
    patience = space.integer(10, 120, {default = 40}),
    share = space.real(0.2, 0.8, {default = 0.5}),
  },
  prepare = function(candles, p)
    local average = ta.sma(candles.close, p.average)
    return { average = average, fall = (ta.highest(candles.high, 20) - candles.close) / ta.atr(candles, 14) }
  end,
  on_candle = function(ctx, p)
    local position = ctx.position
    if not position then
      best = 0
      if ctx.close > ctx.average and ctx.fall > p.depth then ctx:enter("long", { stop_loss = 0.03 }) end
      return
    end
    local profit = position.profit
    best = math.max(best, profit)
    local late = position.candles >= p.patience and profit <= 0
    if late or best > 0.01 * ctx.equity and profit < best * (1 - p.share) then ctx:exit() end
  end,
}
