-- Tens of thousands of coroutines, and one that is resumed half a million times.
-- ends: fine

local all = {}
for i = 1, 20000 do all[i] = coroutine.wrap(function(a) while true do a = a + coroutine.yield(a) end end) all[i](i) end
local sum = 0
for round = 1, 5 do for i = 1, #all do sum = sum + all[i](round) end end
local count = coroutine.wrap(function() for i = 1, 500000 do coroutine.yield(i) end end)
local last
for i in count do last = i end
assert(last == 500000 and sum == 5 * 20000 * 20001 // 2 + 20000 * 35)
return "fine"
