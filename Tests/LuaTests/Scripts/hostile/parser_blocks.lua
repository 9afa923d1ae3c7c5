-- Thousands of blocks inside one another.
-- ends: depth

return assert(load(string.rep("do ", 10000) .. string.rep("end ", 10000)))()
