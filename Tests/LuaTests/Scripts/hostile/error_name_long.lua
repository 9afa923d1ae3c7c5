-- A name of a million letters: the message is cut.
-- ends: error
-- says: attempt to perform arithmetic

return 1 + setmetatable({}, { __name = string.rep("x", 1000000) })
