-- A loop in a message handler, where Lua itself has its hooks off.
-- ends: timeout

xpcall(error, function() while true do end end)
