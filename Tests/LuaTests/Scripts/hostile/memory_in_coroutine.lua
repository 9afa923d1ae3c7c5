-- The limit met in a coroutine.
-- ends: memory

local f = coroutine.wrap(function() local t = {} while true do t[#t + 1] = {} end end)
pcall(f)
return 1
