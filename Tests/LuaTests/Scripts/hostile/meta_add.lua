-- A loop in __add.
-- ends: timeout

local meta = { __add = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
local _ = t + 1
