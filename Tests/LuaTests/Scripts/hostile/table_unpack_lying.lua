-- The same, for unpack.
-- ends: fine

assert(select("#", table.unpack(setmetatable({}, { __len = function() return 1000000000000000 end }))) == 0)
return "fine"
