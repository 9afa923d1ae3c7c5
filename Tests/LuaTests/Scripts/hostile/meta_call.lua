-- A loop in __call.
-- ends: timeout

local meta = { __call = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
t()
