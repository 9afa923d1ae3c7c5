-- A __close that yields, in a coroutine that is resumed without end.
-- ends: timeout

local co = coroutine.wrap(function()
  while true do
    local c <close> = setmetatable({}, { __close = function() coroutine.yield() end })
  end
end)
while true do co() end
