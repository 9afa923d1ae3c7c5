-- A loop in __le.
-- ends: timeout

local meta = { __le = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
local _ = t <= u
