-- Large tables of all kinds of keys, walked, changed, moved and joined.
-- ends: fine

local t = {}
for i = 1, 100000 do t["k" .. i] = i end
local sum, keys = 0, 0
for _, v in pairs(t) do sum = sum + v keys = keys + 1 end
assert(keys == 100000 and sum == 5000050000)
for k, v in pairs(t) do if v % 2 == 0 then t[k] = nil end end
keys = 0
for _ in next, t do keys = keys + 1 end
assert(keys == 50000)
local list = {}
for i = 1, 200000 do list[i] = i end
table.move(list, 1, 100000, 100001)
assert(list[200000] == 100000 and #table.concat(list, ",") > 1000000)
for _ = 1, 200 do table.insert(list, 1, 0) end
for _ = 1, 200 do table.remove(list, 1) end
assert(#list == 200000 and select("#", table.unpack(list, 1, 10000)) == 10000)
return "fine"
