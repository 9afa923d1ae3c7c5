-- The globals keep their metatable.
-- ends: refused
-- says: cannot change a protected metatable

setmetatable(_G, { __index = function() while true do end end })
