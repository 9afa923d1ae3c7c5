-- A loop in the __tostring that %s asks for.
-- ends: timeout

string.format("%s", setmetatable({}, { __tostring = function() while true do end end }))
