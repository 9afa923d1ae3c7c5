-- Two long texts of zero bytes: Lua compares piece by piece.
-- ends: timeout

local a = string.rep("\0", 12000000)
local b = a .. "x"
while true do local _ = a < b end
