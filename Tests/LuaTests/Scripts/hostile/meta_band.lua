-- A loop in __band.
-- ends: timeout

local meta = { __band = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
local _ = t & 1
