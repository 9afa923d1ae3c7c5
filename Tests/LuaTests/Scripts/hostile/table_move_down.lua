-- The same the other way round.
-- ends: timeout

table.move({}, 2, 1000000000000000, 1)
