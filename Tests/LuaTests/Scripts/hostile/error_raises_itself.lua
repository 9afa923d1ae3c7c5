-- A text that raises the error.
-- ends: error
-- says: the error raised has no text

local e = {}
setmetatable(e, { __tostring = function() error(e) end })
error(e)
