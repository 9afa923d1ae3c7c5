-- A loop in a __close that an error runs.
-- ends: timeout

local c <close> = setmetatable({}, { __close = function() while true do end end })
error("x")
