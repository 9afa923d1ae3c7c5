-- Handlers that raise, without end.
-- ends: timeout

while true do xpcall(error, error) end
