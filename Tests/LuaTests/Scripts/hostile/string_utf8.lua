-- A long text walked by utf8.
-- ends: timeout

local s = string.rep("é", 1000000)
while true do utf8.len(s) end
