-- A comparator that always says yes.
-- ends: fine

local t = {}
for i = 1, 2000 do t[i] = i end
table.sort(t, function() return true end)
assert(#t == 2000)
return "fine"
