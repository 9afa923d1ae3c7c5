-- A loop in __index.
-- ends: timeout

local meta = { __index = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
local _ = t.x
