-- Long texts of zero bytes, sorted without end.
-- ends: timeout

local s = string.rep("\0", 1000000)
local t = {}
for i = 1, 10 do t[i] = s .. i end
while true do table.sort(t, function(a, b) return a < b end) end
