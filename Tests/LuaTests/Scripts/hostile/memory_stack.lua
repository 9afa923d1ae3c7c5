-- A deep stack of large frames, in each of many coroutines.
-- ends: memory

local t = {}
local function deep(n)
  if n == 0 then coroutine.yield() return end
  return (deep(n - 1))
end
while true do
  local co = coroutine.wrap(deep)
  co(10000)
  t[#t + 1] = co
end
