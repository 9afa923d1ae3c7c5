-- Long texts as keys: each is hashed.
-- ends: timeout

local t = {}
while true do t[string.rep("x", 1000000)] = nil local _ = t[string.rep("y", 1000000)] end
