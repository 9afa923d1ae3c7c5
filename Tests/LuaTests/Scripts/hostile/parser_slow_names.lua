-- A text that the parser reads for seconds: each name is looked for in 180 functions of 190 locals.
-- ends: timeout

local names, text = {}, {}
for i = 1, 190 do names[i] = "A" .. i end
local locals = "local " .. table.concat(names, ",") .. " "
for i = 1, 180 do text[i] = "local function f() " .. locals end
text = table.concat(text) .. string.rep("z=z ", 6000) .. string.rep("end ", 180)
while true do assert(load(text)) end
