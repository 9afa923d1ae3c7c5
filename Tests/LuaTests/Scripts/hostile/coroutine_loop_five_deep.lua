-- A loop in a coroutine of a coroutine of a coroutine.
-- ends: timeout

local function f(n)
  if n == 0 then while true do end end
  pcall(coroutine.wrap(f), n - 1)
end
f(5)
