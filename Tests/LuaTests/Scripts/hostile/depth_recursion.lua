-- A function that calls itself.
-- ends: depth

local function f() return 1 + f() end
return f()
