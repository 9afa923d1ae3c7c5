-- The wishes as signals.
local wishes = require "wishes"

return {
  signals = function(_, p)
    local w = wishes(p)
    return {
      long = { entry = w.long_entry, exit = w.long_exit },
      short = { entry = w.short_entry, exit = w.short_exit },
      size = w.size, stop_loss = w.stop_loss, take_profit = w.take_profit, trailing_stop = w.trailing_stop,
      time_limit = w.time_limit,
    }
  end,
}
