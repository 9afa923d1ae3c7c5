-- Yields through pcall and xpcall without end.
-- ends: timeout

local f = coroutine.wrap(function()
  while true do
    pcall(coroutine.yield)
    xpcall(coroutine.yield, print)
  end
end)
while true do f() end
