-- A hundred thousand signs.
-- ends: depth

return assert(load("return " .. string.rep("- ", 100000) .. "1"))()
