-- The empty text, 10^15 times, without end.
-- ends: timeout

while true do string.rep("", 1000000000000000) end
