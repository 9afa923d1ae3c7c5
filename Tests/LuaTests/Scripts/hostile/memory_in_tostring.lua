-- The limit met while an error becomes text.
-- ends: memory

error(setmetatable({}, { __tostring = function() return string.rep("x", 2 ^ 36) end }))
