-- Sets and frontiers over a long text.
-- ends: timeout

local s = string.rep("a1", 500000)
while true do string.find(s, "%f[%u][%w_]+%f[^%w]") end
