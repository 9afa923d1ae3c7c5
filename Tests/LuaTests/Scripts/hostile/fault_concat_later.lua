-- 603b2c64, the event set after setmetatable.
-- ends: error
-- says: attempt to concatenate a table value

local function grow(n) if n > 0 then return 1 + grow(n - 1) end return 1 end
local meta = {}
local t = setmetatable({}, meta)
meta.__concat = function() grow(1000) return "x" end
return "a" .. t .. "b" .. t
