-- A dead coroutine resumed without end.
-- ends: timeout

local co = coroutine.wrap(function() end)
co()
while true do pcall(co) end
