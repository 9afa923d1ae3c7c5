-- 7923dbbf, as long as a chain may be.
-- ends: error
-- says: attempt to index a nil value

local x = setmetatable({}, { __index = function(t, k) return k ~= "z" and t or nil end })
return assert(load("local x = ... return x" .. string.rep(".a", 900) .. ".z.y"))(x)
