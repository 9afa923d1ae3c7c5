-- Two long texts, compared without end.
-- ends: timeout

local a = string.rep("x", 10000000)
local b = a .. "x"
while true do local _ = a < b or a == b end
