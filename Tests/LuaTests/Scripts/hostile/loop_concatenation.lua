-- Strings made and dropped without end.
-- ends: timeout

local s = string.rep("x", 100000)
while true do local t = s .. "y" end
