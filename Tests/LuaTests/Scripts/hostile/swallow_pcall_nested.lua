-- A hundred pcalls inside one another around a loop.
-- ends: timeout

local function f(n)
  if n == 0 then while true do end end
  pcall(f, n - 1)
end
f(100)
return 1
