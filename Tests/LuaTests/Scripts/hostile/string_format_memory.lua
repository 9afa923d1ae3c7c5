-- Half a million numbers of a hundred digits.
-- ends: memory

local t = {}
for i = 1, 500000 do t[i] = i end
local all = {}
while true do all[#all + 1] = string.format(string.rep("%099d", 500000), table.unpack(t)) end
