-- A row of __close handlers, each with a loop.
-- ends: timeout

local function closing(n)
  if n == 0 then while true do end end
  local c <close> = setmetatable({}, { __close = function() while true do end end })
  closing(n - 1)
  return c
end
closing(50)
