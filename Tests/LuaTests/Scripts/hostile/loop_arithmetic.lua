-- Slow arithmetic without end.
-- ends: timeout

local x = 1.5
while true do x = (x ^ 1.0001 + 1) // 1 % 1e9 end
