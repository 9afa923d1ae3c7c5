-- A loop in a coroutine, then one outside.
-- ends: timeout

local co = coroutine.create(function() while true do end end)
coroutine.resume(co)
while true do end
