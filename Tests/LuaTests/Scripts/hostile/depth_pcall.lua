-- A function that calls itself by pcall.
-- ends: depth

local function f()
  pcall(f)
  error("x")
end
f()
