-- A reader that loops.
-- ends: timeout

load(function() while true do end end)
