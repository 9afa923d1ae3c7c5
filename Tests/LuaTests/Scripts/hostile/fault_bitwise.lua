-- c764ca71: a choice behind a number, in a function of more than 256 constants.
-- ends: refused
-- says: a choice behind a number

local text = { "local t = {" }
for i = 1, 300 do text[#text + 1] = i .. ".5," end
text[#text + 1] = "} local a, b = 3, 5 return 123456789 & (a or b)"
return assert(load(table.concat(text)))()
