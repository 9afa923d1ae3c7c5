-- Handlers of __close that raise, without end.
-- ends: timeout

while true do
  pcall(function()
    local c <close> = setmetatable({}, { __close = function() error("y") end })
    error("x")
  end)
end
