-- Coroutines inside coroutines.
-- ends: depth

local function f() return coroutine.wrap(f)() end
f()
