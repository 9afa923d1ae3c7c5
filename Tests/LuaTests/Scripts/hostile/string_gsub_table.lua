-- gsub with a table whose __index loops.
-- ends: timeout

string.gsub("x", "x", setmetatable({}, { __index = function() while true do end end }))
