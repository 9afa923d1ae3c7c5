-- Forty optional letters: 2^40 ways.
-- ends: timeout

string.match(string.rep("a", 40), string.rep("a?", 40) .. string.rep("a", 40) .. "b")
