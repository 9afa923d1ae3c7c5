-- os.execute is not there, and says why.
-- ends: refused
-- says: os.execute is not available

os.execute("true")
