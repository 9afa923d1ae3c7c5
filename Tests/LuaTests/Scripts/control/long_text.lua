-- A text of forty million letters.
-- ends: fine

local s = string.rep("0123456789", 4000000)
assert(#s == 40000000 and s:sub(-3) == "789" and not s:find("x", 1, true))
assert(s == s .. "" and s < s .. "x")
return "fine"
