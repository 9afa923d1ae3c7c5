-- A text that is none.
-- ends: error
-- says: '__tostring' must return a string

error(setmetatable({}, { __tostring = function() return {} end }))
