-- Errors raised and caught without end.
-- ends: timeout

while true do pcall(error) end
