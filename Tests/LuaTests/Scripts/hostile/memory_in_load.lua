-- Functions loaded without end.
-- ends: memory

local t = {}
while true do t[#t + 1] = load("return " .. string.rep("{", 100) .. string.rep("}", 100)) end
