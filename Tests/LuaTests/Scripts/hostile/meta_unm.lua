-- A loop in __unm.
-- ends: timeout

local meta = { __unm = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
local _ = -t
