-- The same by gmatch.
-- ends: timeout

for _ in string.gmatch(string.rep("a", 100000), ".-.-.-b") do end
