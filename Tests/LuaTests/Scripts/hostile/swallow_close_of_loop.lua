-- A loop in a __close that the end of another loop runs.
-- ends: timeout

local c <close> = setmetatable({}, { __close = function() while true do end end })
while true do end
