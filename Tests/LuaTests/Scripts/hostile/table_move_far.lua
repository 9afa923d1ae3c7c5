-- A move of 10^15 elements.
-- ends: timeout

table.move({}, 1, 1000000000000000, 2)
