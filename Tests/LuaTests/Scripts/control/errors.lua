-- A hundred thousand errors of all kinds, caught.
-- ends: fine

local caught = 0
for i = 1, 100000 do
  local ok, e = pcall(error, i % 3 == 0 and { code = i } or i % 3 == 1 and "text" or nil)
  if not ok then caught = caught + 1 end
  if i % 3 == 0 then assert(e.code == i) end
end
local ok, e = xpcall(function() local x = nil; return x.y end, function(m) return "seen: " .. m end)
assert(not ok and e:find("^seen: .*attempt to index a nil value"))
assert(caught == 100000)
return "fine"
