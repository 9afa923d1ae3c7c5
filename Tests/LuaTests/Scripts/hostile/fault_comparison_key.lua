-- 782ef85b: a comparison as the key of an outer table is compiled wrongly.
-- ends: refused
-- says: a comparison as the key of an outer table

assert(load([[
  local t = { [true] = "yes", [false] = "no" }
  return function(a, b) return t[a < b] end
]]))
