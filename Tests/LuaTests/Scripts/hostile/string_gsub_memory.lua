-- gsub that makes a thousand bytes of each.
-- ends: memory

string.gsub(string.rep("x", 1000000), "x", string.rep("y", 1000))
