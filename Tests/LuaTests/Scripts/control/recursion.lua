-- Recursion to a depth of 150 through C, of 100,000 in Lua.
-- ends: fine

local function depth(n) if n == 0 then return 0 end return 1 + depth(n - 1) end
assert(depth(100000) == 100000)
local function by_pcall(n)
  if n == 0 then return 0 end
  local ok, d = pcall(by_pcall, n - 1)
  assert(ok)
  return d + 1
end
assert(by_pcall(150) == 150)
local function by_gsub(n)
  if n == 0 then return "x" end
  return (string.gsub("x", "x", function() return by_gsub(n - 1) .. "y" end))
end
assert(#by_gsub(150) == 151)
local function fibonacci(n) return n < 2 and n or fibonacci(n - 1) + fibonacci(n - 2) end
assert(fibonacci(25) == 75025)
return "fine"
