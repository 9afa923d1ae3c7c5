-- A loop in what gsub calls.
-- ends: timeout

string.gsub("x", "x", function() while true do end end)
