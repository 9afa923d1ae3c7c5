-- Keys that all have the same place: one store takes many seconds, and nothing inside the process sees it.
-- ends: hung

local t = {}
for i = 1, 2 ^ 17 + 1 do t[i * (2 ^ 18 - 1) | 0] = true end
