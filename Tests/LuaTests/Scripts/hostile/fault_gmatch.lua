-- efddc230: an iterator of gmatch used again after "pattern too complex".
-- ends: error
-- says: pattern too complex

local next_match = string.gmatch(string.rep("a", 100000), string.rep("a?", 1000) .. "b")
for _ = 1, 1000 do pcall(next_match) end
next_match()
