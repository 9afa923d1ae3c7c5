-- A table that looks its keys up in itself.
-- ends: error
-- says: '__index' chain too long

local t = {}
setmetatable(t, { __index = t })
t[1] = 1
local u = setmetatable({}, {})
getmetatable(u).__index = u
return u.x
