-- A table that grows while it is walked by next.
-- ends: timeout

local t = { 1 }
local n = 1
for _ in next, t do
  n = n + 1
  t[n % 1000 + 1] = n
  if n % 1000 == 0 then n = 0 end
end
while true do end
