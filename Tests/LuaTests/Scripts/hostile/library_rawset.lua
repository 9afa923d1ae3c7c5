-- Nor by rawset.
-- ends: refused
-- says: the libraries are read-only

rawset(math, "pi", 3)
