-- Nor by table.move.
-- ends: refused
-- says: the libraries are read-only

table.move({ 1 }, 1, 1, 1, string)
