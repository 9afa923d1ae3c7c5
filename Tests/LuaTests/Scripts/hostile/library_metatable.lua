-- Nor by a metatable.
-- ends: refused
-- says: cannot change a protected metatable

setmetatable(string, {})
