-- math.randomseed is not there, and says why.
-- ends: refused
-- says: math.randomseed is not available

math.randomseed(1)
