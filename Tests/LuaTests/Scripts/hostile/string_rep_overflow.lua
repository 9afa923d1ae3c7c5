-- More letters than there are addresses.
-- ends: error
-- says: resulting string too large

string.rep("xx", math.maxinteger)
