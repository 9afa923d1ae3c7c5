-- The limit met in a comparator.
-- ends: memory

table.sort({ 2, 1 }, function() local t = {} while true do t[#t + 1] = {} end end)
