-- A function that tail-calls itself: no stack grows.
-- ends: timeout

local function f() return f() end
f()
