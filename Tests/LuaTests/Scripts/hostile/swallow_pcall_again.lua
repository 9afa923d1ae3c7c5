-- pcall around a loop, for ever.
-- ends: timeout

while true do
  pcall(function() while true do end end)
end
