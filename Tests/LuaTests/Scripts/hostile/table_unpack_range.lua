-- More results than a stack holds.
-- ends: error
-- says: too many results to unpack

return table.unpack({}, 1, 100000000)
