-- Ten billion letters.
-- ends: memory

string.rep("x", 10000000000)
