-- 997f11f5: what a for closes is closed late when break leaves it beside a closure; no value is wrong.
-- ends: fine

local closed = 0
local function walk()
  for i in function(_, i) return (i or 0) + 1 end, nil, nil, setmetatable({}, { __close = function() closed = closed + 1 end }) do
    local keep = function() return i end
    if i == 2 then break end
    assert(keep() == i)
  end
end
walk()
assert(closed == 1)
return "fine"
