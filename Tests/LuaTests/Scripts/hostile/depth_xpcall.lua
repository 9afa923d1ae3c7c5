-- A function that is its own handler.
-- ends: depth

local function f()
  xpcall(f, f)
  error("x")
end
f()
