-- 1e64c139: a chain of coroutine.close overflows the C stack.
-- ends: error
-- says: coroutines are closed inside one another too deeply

local function chain(n)
  local co = coroutine.create(function()
    local c <close> = setmetatable({}, {
      __close = function() if n > 0 then assert(coroutine.close(chain(n - 1))) end end,
    })
    coroutine.yield()
  end)
  coroutine.resume(co)
  return co
end
assert(coroutine.close(chain(20000)))
