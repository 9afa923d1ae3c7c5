-- Ten thousand tables inside one another.
-- ends: depth

return assert(load("return " .. string.rep("{", 10000) .. string.rep("}", 10000)))()
