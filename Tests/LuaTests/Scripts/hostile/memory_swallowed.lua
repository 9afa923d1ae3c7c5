-- The limit caught by pcall.
-- ends: memory

local t = {}
while true do
  pcall(function() while true do t[#t + 1] = {} end end)
end
