-- 3fe7be95: an error in a __close met the wrong handler; ours run after unwinding.
-- ends: fine

local co = coroutine.create(function()
  xpcall(function()
    local c <close> = setmetatable({}, { __close = function() error("in close", 0) end })
    coroutine.yield()
  end, function(e) return "handler of the coroutine " .. tostring(e) end)
end)
coroutine.resume(co)
local ok, e = coroutine.close(co)
assert(ok == false and e == "in close")
return "fine"
