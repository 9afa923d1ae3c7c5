-- Arguments that grow with each call.
-- ends: depth

local function f(...) return (f(1, ...)) end
f()
