-- A comparator that says anything.
-- ends: fine

local t = {}
for i = 1, 2000 do t[i] = i end
table.sort(t, function() return math.random() < 0.5 end)
assert(#t == 2000)
return "fine"
