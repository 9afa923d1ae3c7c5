-- 1e64c139, the chain made before it is closed.
-- ends: error
-- says: coroutines are closed inside one another too deeply

local last
for i = 1, 20000 do
  local before = last
  last = coroutine.create(function()
    local c <close> = setmetatable({}, { __close = function() if before then assert(coroutine.close(before)) end end })
    coroutine.yield()
  end)
  coroutine.resume(last)
  if i % 500 == 0 and i < 20000 then last = nil end
end
assert(coroutine.close(last))
