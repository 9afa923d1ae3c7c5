-- A thousand functions inside one another.
-- ends: depth

return assert(load(string.rep("return function() ", 1000) .. string.rep("end ", 1000)))()
