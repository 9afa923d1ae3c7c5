-- os.setlocale is not there, and says why.
-- ends: refused
-- says: os.setlocale is not available

os.setlocale("")
