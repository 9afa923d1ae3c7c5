-- Hundreds of thousands of closures.
-- ends: fine

local adders = {}
for i = 1, 300000 do adders[i] = function(x) return x + i end end
local sum = 0
for i = 1, #adders do sum = adders[i](sum) % 1000003 end
assert(sum == 300000 * 300001 // 2 % 1000003)
return "fine"
