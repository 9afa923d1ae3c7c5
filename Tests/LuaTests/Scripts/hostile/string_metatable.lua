-- The metatable of strings is closed.
-- ends: refused
-- says: attempt to index a boolean value

getmetatable("").__index = nil
