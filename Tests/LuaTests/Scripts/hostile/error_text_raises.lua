-- A text that raises.
-- ends: error
-- says: the error raised has no text: inner

error(setmetatable({}, { __tostring = function() error("inner", 0) end }))
