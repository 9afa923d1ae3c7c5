-- Calls of a C function without end.
-- ends: timeout

while true do type(1) end
