-- An __eq that compares.
-- ends: depth

local meta = {}
meta.__eq = function(a, b) return a == b end
return setmetatable({}, meta) == setmetatable({}, meta)
