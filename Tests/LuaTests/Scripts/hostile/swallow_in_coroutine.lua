-- A coroutine that catches its own end, resumed by one that catches it too.
-- ends: timeout

local co = coroutine.wrap(function() pcall(function() while true do end end) end)
while true do pcall(co) end
