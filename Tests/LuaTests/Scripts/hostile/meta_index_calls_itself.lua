-- An __index that asks for what it answers.
-- ends: depth

local t = setmetatable({}, { __index = function(t, k) return t[k] end })
return t.x
