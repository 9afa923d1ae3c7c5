-- ipairs over a table that has every index.
-- ends: timeout

local t = setmetatable({}, { __index = function(_, i) return i end })
for _ in ipairs(t) do end
