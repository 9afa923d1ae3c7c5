-- 603b2c64: a __concat that grows the stack leaves a pointer to the old one.
-- ends: refused
-- says: __concat is not available to strategies

local function grow(n) if n > 0 then return 1 + grow(n - 1) end return 1 end
local t = setmetatable({}, { __concat = function() grow(1000) return "x" end })
return "a" .. t .. "b" .. t
