-- The end of the stack, caught without end.
-- ends: depth

local function f() return 1 + f() end
while true do pcall(f) end
