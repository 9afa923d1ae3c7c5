-- A text that takes for ever.
-- ends: timeout

error(setmetatable({}, { __tostring = function() while true do end end }))
