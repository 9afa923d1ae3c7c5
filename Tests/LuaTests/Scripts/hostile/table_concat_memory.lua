-- A million texts of a thousand bytes.
-- ends: memory

local t, s = {}, string.rep("x", 1000)
for i = 1, 1000000 do t[i] = s end
return table.concat(t)
