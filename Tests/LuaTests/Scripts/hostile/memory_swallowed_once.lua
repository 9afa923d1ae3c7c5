-- The limit caught, and a fair result returned.
-- ends: memory

pcall(string.rep, "x", 2 ^ 36)
return 1
