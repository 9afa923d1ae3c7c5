-- A loop without end, tested at its end.
-- ends: timeout

repeat until false
