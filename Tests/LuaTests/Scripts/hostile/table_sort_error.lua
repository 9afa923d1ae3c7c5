-- A comparator that raises.
-- ends: error
-- says: no order

table.sort({ 3, 2, 1 }, function() error("no order") end)
