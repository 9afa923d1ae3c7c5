-- Numbers of a million digits.
-- ends: timeout

local s = string.rep("1", 1000000)
while true do tonumber(s) tonumber(s, 2) end
