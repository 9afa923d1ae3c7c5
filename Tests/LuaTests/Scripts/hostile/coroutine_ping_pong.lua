-- A coroutine that yields for ever to one that resumes it for ever.
-- ends: timeout

local f = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do f() end
