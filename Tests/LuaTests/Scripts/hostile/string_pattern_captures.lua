-- Too many captures.
-- ends: error
-- says: too many captures

string.find("x", string.rep("(", 50) .. string.rep(")", 50))
