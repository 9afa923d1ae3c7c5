-- A long text in capitals, without end.
-- ends: timeout

local s = string.rep("x", 4000000)
while true do s:upper() s:lower() s:reverse() end
