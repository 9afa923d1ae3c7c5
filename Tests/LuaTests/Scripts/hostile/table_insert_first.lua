-- Insertion at the front of a large table, without end.
-- ends: timeout

local t = {}
for i = 1, 100000 do t[i] = i end
while true do table.insert(t, 1, 0) table.remove(t, 1) end
