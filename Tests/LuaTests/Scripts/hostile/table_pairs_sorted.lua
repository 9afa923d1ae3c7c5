-- A large table of texts, put in order again and again.
-- ends: timeout

local t = {}
for i = 1, 60000 do t["k" .. (i * 7919) % 65537] = i end
while true do for _ in pairs(t) do break end end
