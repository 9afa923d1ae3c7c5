-- Megabytes of text, put together, searched, replaced and split.
-- ends: fine

local lines = {}
for i = 1, 100000 do lines[i] = ("%06d;%s;%.3f"):format(i, string.rep("x", i % 40), i / 7) end
local text = table.concat(lines, "\n")
local count = 0
for number, letters in text:gmatch("(%d+);(x*);[%d.]+") do count = count + #letters + tonumber(number) % 2 end
local upper, changed = text:gsub("x+", function(s) return s:upper() end)
assert(changed == 97500 and #upper == #text and upper:find("099999;", 1, true))
assert(#text:rep(8) == 8 * #text and text:reverse():reverse() == text)
assert(count == 1950000 + 50000)
return "fine"
