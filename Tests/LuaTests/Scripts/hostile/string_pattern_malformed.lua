-- A set that does not close.
-- ends: error
-- says: malformed pattern

string.find("x", "[a-")
