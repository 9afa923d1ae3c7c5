-- New coroutines without end.
-- ends: timeout

while true do coroutine.wrap(function() coroutine.yield() end)() end
