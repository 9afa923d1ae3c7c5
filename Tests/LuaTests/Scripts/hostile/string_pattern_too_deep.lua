-- More captures and choices than a match may hold.
-- ends: error
-- says: pattern too complex

string.match(string.rep("a", 1000), string.rep("a?", 1000) .. "b")
