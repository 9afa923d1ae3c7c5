-- The same wishes, asked for at each close.
local wishes = require "wishes"

return {
  prepare = function(_, p) return wishes(p) end,
  on_candle = function(ctx)
    local side = ctx.position and ctx.position.side
    local long, short = ctx.long_entry and side ~= "long", ctx.short_entry and side ~= "short"
    if long and short then return end
    if long or short then
      ctx:enter(long and "long" or "short", {
        size = ctx.size, stop_loss = ctx.stop_loss, take_profit = ctx.take_profit, trailing_stop = ctx.trailing_stop,
        time_limit = ctx.time_limit,
      })
    elseif side == "long" and ctx.long_exit or side == "short" and ctx.short_exit then
      ctx:exit()
    end
  end,
}
