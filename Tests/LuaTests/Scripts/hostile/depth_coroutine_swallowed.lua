-- The end of the stack in a coroutine, told by resume.
-- ends: depth

local co = coroutine.create(function()
  local function f() return 1 + f() end
  f()
end)
coroutine.resume(co)
return 1
