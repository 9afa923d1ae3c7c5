-- A chain of __index longer than Lua follows.
-- ends: error
-- says: '__index' chain too long

local t = {}
for _ = 1, 5000 do t = setmetatable({}, { __index = t }) end
return t.x
