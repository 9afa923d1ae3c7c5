-- A loop in a __close that an error in a wrapped coroutine runs.
-- ends: timeout

local f = coroutine.wrap(function()
  local c <close> = setmetatable({}, { __close = function() while true do end end })
  error("x")
end)
f()
