-- A text that does not end.
-- ends: error
-- says: unfinished long string

return assert(load("return [[" .. string.rep("x", 200000)))()
