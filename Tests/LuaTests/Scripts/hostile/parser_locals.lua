-- More locals than a function may have.
-- ends: error
-- says: too many local variables

return assert(load(string.rep("local a ", 300)))()
