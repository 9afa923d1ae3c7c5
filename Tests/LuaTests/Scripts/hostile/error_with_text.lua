-- A table that has a text, as an error.
-- ends: error
-- says: as text

error(setmetatable({}, { __tostring = function() return "as text" end }))
