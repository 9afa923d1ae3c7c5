-- Finalizers run where nothing can stop them.
-- ends: refused
-- says: __gc is not available to strategies

setmetatable({}, { __gc = function() while true do end end })
