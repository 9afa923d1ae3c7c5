-- A finalizer by rawset.
-- ends: refused
-- says: __gc is not available to strategies

local meta = {}
setmetatable({}, meta)
rawset(meta, "__gc", function() while true do end end)
