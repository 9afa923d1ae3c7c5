-- Handlers inside handlers.
-- ends: depth

local function f() return xpcall(error, function() return f() end) end
f()
