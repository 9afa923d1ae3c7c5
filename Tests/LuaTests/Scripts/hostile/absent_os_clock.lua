-- os.clock is not there, and says why.
-- ends: refused
-- says: os.clock is not available

return os.clock()
