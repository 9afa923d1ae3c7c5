-- A loop in the __lt of what is sorted.
-- ends: timeout

local meta = { __lt = function() while true do end end }
table.sort({ setmetatable({}, meta), setmetatable({}, meta) })
