-- The limit met in a __close.
-- ends: memory

local c <close> = setmetatable({}, { __close = function() local t = {} while true do t[#t + 1] = {} end end })
error("x")
