-- A loop in __eq.
-- ends: timeout

local meta = { __eq = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
local _ = t == u
