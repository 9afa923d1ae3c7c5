-- The same, for insert and remove.
-- ends: fine

local t = setmetatable({}, { __len = function() return 1000000000000000 end })
table.insert(t, 1, 2)
assert(rawlen(t) == 1 and table.remove(t, 1) == 2)
return "fine"
