-- A text that asks for itself.
-- ends: depth

error(setmetatable({}, { __tostring = function(t) return tostring(t) end }))
