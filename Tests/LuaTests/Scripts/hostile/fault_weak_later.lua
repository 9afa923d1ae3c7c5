-- 983bc433, the event set after setmetatable: the table is not weak.
-- ends: memory

local meta = {}
local weak = setmetatable({}, meta)
meta.__mode = "kv"
for i = 1, 10000000 do weak[i] = setmetatable({}, { __newindex = {} }) weak[i].x = i end
