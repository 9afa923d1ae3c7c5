-- 983bc433: a weakly held __newindex under a memory limit is freed twice.
-- ends: refused
-- says: __mode is not available to strategies

local weak = setmetatable({}, { __mode = "v" })
weak[1] = setmetatable({}, { __newindex = {} })
for i = 1, 100000 do weak[1][i] = string.rep("x", 1000) end
