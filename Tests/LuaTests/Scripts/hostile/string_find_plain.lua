-- Plain searches of a long text without end.
-- ends: timeout

local s = string.rep("a", 4000000)
local n = string.rep("a", 100000) .. "b"
while true do string.find(s, n, 1, true) end
