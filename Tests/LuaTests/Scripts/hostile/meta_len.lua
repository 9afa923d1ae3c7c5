-- A loop in __len.
-- ends: timeout

local meta = { __len = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
local _ = #t
