-- The length of a table of holes, without end.
-- ends: timeout

local t = {}
for i = 1, 200000, 3 do t[i] = i end
while true do local _ = #t end
