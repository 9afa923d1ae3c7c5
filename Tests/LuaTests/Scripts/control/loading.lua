-- Ten thousand small texts loaded, and a large one.
-- ends: fine

local sum = 0
for i = 1, 10000 do sum = sum + load("return " .. i)() end
local text = { "return {" }
for i = 1, 20000 do text[#text + 1] = ("%.2f,"):format(i / 3) end
text[#text + 1] = "}"
assert(#load(table.concat(text))() == 20000 and sum == 50005000)
local t = load("local t = {} for i = 1, 200 do t[i] = i end return t")()
assert(#t == 200)
-- many constants, masks of bits, comparisons as keys of a local table
local masks = { "local r = 0 local t = { [true] = 1, [false] = 0 } " }
for i = 1, 400 do masks[#masks + 1] = ("r = r ~ (r & 0xff | %d) r = r + t[r < %d] "):format(1000000 + i, 2000000 + i) end
masks[#masks + 1] = "return r"
assert(math.type(load(table.concat(masks))()) == "integer")
return "fine"
