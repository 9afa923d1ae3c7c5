-- The limit met in a message handler.
-- ends: memory

xpcall(error, function() local t = {} while true do t[#t + 1] = {} end end)
