-- A __tostring that asks for the text.
-- ends: depth

return tostring(setmetatable({}, { __tostring = function(t) return tostring(t) end }))
