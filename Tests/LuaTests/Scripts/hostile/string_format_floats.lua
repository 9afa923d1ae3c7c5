-- Long floats without end.
-- ends: timeout

local n = string.rep("%99.99f", 3)
while true do string.format(n, 1e308, -1e308, 1e-308) end
