-- A handler that loops where memory is out.
-- ends: memory

xpcall(string.rep, function() while true do end end, "x", 2 ^ 36)
