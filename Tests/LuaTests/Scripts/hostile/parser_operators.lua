-- Fifty thousand concatenations, which group to the right.
-- ends: depth

return assert(load("return " .. string.rep("'a'..", 50000) .. "'a'"))()
