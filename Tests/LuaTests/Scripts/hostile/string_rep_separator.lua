-- A separator repeated.
-- ends: memory

string.rep("", 100000000, "separator")
