-- Long chains of calls, indexing and branches, as generated scripts have them.
-- ends: fine

local query = {}
query.where = function(q) q.n = (q.n or 0) + 1 return q end
assert(load("local q = ... return q" .. string.rep(":where()", 5000))(query).n == 5000)
local node = {}
node.next = node
assert(load("local x = ... return x" .. string.rep(".next", 500))(node) == node)
local branches = { "local x = ... if x == 0 then return 0 " }
for i = 1, 5000 do branches[#branches + 1] = ("elseif x == %d then return %d "):format(i, i * 2) end
branches[#branches + 1] = "end"
assert(load(table.concat(branches))(5000) == 10000)
assert(load("return " .. string.rep("1 + ", 20000) .. "1")() == 20001)
assert(#load("return " .. string.rep("'a' .. ", 150) .. "'a'")() == 151)
return "fine"
