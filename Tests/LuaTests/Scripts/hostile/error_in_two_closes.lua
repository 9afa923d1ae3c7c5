-- Two __close that raise: the last error counts.
-- ends: error
-- says: second

local a <close> = setmetatable({}, { __close = function() error("second", 0) end })
local b <close> = setmetatable({}, { __close = function() error("first", 0) end })
