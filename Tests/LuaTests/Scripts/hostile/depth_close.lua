-- A __close that opens another one.
-- ends: depth

local function f()
  local c <close> = setmetatable({}, { __close = function() f() end })
end
f()
