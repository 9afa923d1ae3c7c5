-- A hundred thousand elements, sorted by a comparator.
-- ends: fine

local t = {}
for i = 1, 100000 do t[i] = { key = i * 7919 % 100003, name = "n" .. i } end
table.sort(t, function(a, b) return a.key < b.key end)
for i = 2, #t do assert(t[i - 1].key <= t[i].key) end
local names = {}
for i = 1, #t do names[i] = t[i].name end
table.sort(names)
for i = 2, #names do assert(names[i - 1] <= names[i]) end
return "fine"
