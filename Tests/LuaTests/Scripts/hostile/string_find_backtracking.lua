-- A pattern that goes back for ever.
-- ends: timeout

string.find(string.rep("a", 100000), string.rep("a-", 100) .. "b")
