-- Not a number is no key.
-- ends: error
-- says: index is NaN

local t = {}
t[0 / 0] = 1
