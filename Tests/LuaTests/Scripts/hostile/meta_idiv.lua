-- A loop in __idiv.
-- ends: timeout

local meta = { __idiv = function() while true do end end }
local t, u = setmetatable({}, meta), setmetatable({}, meta)
local _ = 5 // t
