-- Objects, inheritance and operators.
-- ends: fine

local Point = {}
Point.__index = Point
Point.__add = function(a, b) return setmetatable({ x = a.x + b.x }, Point) end
Point.__lt = function(a, b) return a.x < b.x end
Point.__eq = function(a, b) return a.x == b.x end
Point.__tostring = function(p) return "point " .. p.x end
Point.__len = function() return 2 end
Point.__call = function(p, n) return p.x * n end
Point.__close = function(p) p.closed = true end
local Child = setmetatable({}, { __index = Point })
local sum = setmetatable({ x = 0 }, Point)
for i = 1, 300000 do sum = sum + setmetatable({ x = i % 3 }, Point) end
assert(sum.x == 300000 and tostring(sum) == "point 300000" and #sum == 2 and sum(2) == 600000)
assert(sum == setmetatable({ x = 300000 }, Point) and not (sum < sum) and Child.__len == Point.__len)
do local c <close> = sum end
assert(sum.closed)
return "fine"
