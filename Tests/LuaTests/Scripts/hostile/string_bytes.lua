-- Eight million results.
-- ends: depth

return string.byte(string.rep("x", 8000000), 1, -1)
