-- Captures that are asked for again.
-- ends: timeout

string.find(string.rep("a", 20000), "(.-)(.-)%1%2b")
