-- The end of the stack caught, and a fair result returned.
-- ends: depth

local function f() return 1 + f() end
pcall(f)
return 1
