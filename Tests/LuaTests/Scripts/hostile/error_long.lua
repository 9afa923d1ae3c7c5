-- A message of ten million letters is cut.
-- ends: error
-- says: xxxx

error(string.rep("x", 10000000))
