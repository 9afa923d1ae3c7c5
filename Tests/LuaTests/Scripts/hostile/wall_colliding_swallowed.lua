-- The same behind pcall.
-- ends: hung

while true do
  pcall(function()
    local t = {}
    for i = 1, 2 ^ 17 + 1 do t[i * (2 ^ 18 - 1) | 0] = true end
  end)
end
