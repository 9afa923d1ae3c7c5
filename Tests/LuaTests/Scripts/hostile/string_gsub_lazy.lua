-- A lazy pattern that fails at each place.
-- ends: timeout

string.gsub(string.rep("a", 1000000), ".-b", "x")
