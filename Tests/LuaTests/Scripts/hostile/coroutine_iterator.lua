-- A coroutine as an iterator that never ends.
-- ends: timeout

for _ in coroutine.wrap(function() while true do coroutine.yield(1) end end) do end
