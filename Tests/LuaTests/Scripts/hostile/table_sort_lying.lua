-- The same, for sort.
-- ends: fine

table.sort(setmetatable({}, { __len = function() return 1000000000000000 end }))
return "fine"
