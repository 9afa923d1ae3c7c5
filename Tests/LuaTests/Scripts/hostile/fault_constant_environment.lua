-- 1f3c6f45: a constant as the environment.
-- ends: error
-- says: attempt to index a number value

local _ENV <const> = 1
x = 1
