-- 7923dbbf: the name of a bad value is looked for by recursion over the indexing before it.
-- ends: error
-- says: one value is indexed more than 1000 times in a row

local x = setmetatable({}, { __index = function(t, k) return k ~= "z" and t or nil end })
return assert(load("local x = ... return x" .. string.rep(".a", 120000) .. ".z.y"))(x)
