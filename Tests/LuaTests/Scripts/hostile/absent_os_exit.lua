-- os.exit is not there, and says why.
-- ends: refused
-- says: os.exit is not available

os.exit(3, true)
